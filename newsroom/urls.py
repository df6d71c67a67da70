"""The addresses of the site: all of them are the app's."""

from django.urls import include, path

urlpatterns = [path("", include("factcheck.web.urls"))]
handler400 = "factcheck.web.views.errors.bad_request"
