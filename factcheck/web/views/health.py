"""The health page, for machines: it needs no sign-in and tells no more than it must."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from newsroom import health


@never_cache
@login_not_required
@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    """Database, broker and worker, each ``ok`` or a sentence; 503 when one is not."""
    parts = health.report(timezone.now())
    return JsonResponse(parts, status=200 if set(parts.values()) == {health.OK} else 503)
