"""All addresses of the application."""

from django.urls import include, path
from django.views.generic import RedirectView

handler400 = "advisor.web.errors.bad_request"
handler403 = "advisor.web.errors.forbidden"
handler404 = "advisor.web.errors.not_found"
handler500 = "advisor.web.errors.server_error"

urlpatterns = [
    path("", RedirectView.as_view(pattern_name="cases:list"), name="start"),
    path("", include("advisor.accounts.urls")),
    path("faelle/", include("advisor.cases.urls")),
    path("faelle/", include("advisor.memo.urls")),
]
