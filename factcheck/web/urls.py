"""Every address of the site."""

from django.urls import URLPattern, path

from factcheck.web.views import (
    again,
    article,
    conflict,
    deadline,
    desk,
    digest,
    health,
    receipt,
    rules,
    search,
    session,
    staff,
    story,
)

urlpatterns: list[URLPattern] = [
    path("", desk.desk, name="desk"),
    path("receive/", receipt.receive, name="receive"),
    path("received/<uuid:batch>/", receipt.batch, name="batch"),
    path("search/", search.search, name="search"),
    path("stories/<slug:slug>/", story.story, name="story"),
    path("stories/<slug:slug>/compare/", again.story, name="story-again"),
    path("stories/<slug:slug>/deadline/", deadline.deadline, name="story-deadline"),
    path("stories/<slug:slug>/digest/", digest.preview, name="digest-preview"),
    path("stories/<slug:slug>/digest/issue/", digest.issue, name="digest-issue"),
    path("stories/<slug:slug>/digests/<int:number>/", digest.digest, name="digest"),
    path("stories/<slug:slug>/digests/<int:number>/export/<str:format>/", digest.export, name="digest-export"),
    path("articles/<int:pk>/", article.article, name="article"),
    path("articles/<int:pk>/raw/", article.raw, name="article-raw"),
    path("articles/<int:pk>/again/", again.article, name="article-again"),
    path("articles/<int:pk>/move/", article.move, name="article-move"),
    path("conflicts/<int:pk>/", conflict.conflict, name="conflict"),
    path("conflicts/<int:pk>/decide/", conflict.decide, name="decide"),
    path("conflicts/<int:pk>/undo/", conflict.undo, name="undo"),
    path("rules/", rules.rules, name="rules"),
    path("staff/", staff.staff, name="staff"),
    path("staff/<int:pk>/role/", staff.role, name="staff-role"),
    path("staff/<int:pk>/active/", staff.active, name="staff-active"),
    path("staff/<int:pk>/password/", staff.new_password, name="staff-password"),
    path("sign-in/", session.sign_in, name="sign-in"),
    path("sign-out/", session.sign_out, name="sign-out"),
    path("password/", session.password, name="password"),
    path("healthz", health.healthz, name="healthz"),
]
