"""All addresses of the application."""

from django.urls import include, path

from advisor.followup.start_view import start

handler400 = "advisor.web.errors.bad_request"
handler403 = "advisor.web.errors.forbidden"
handler404 = "advisor.web.errors.not_found"
handler429 = "advisor.accounts.limits.too_many"
handler500 = "advisor.web.errors.server_error"

urlpatterns = [
    path("", start, name="start"),
    path("", include("advisor.web.urls")),
    path("", include("advisor.accounts.urls")),
    path("", include("advisor.people.urls")),
    path("faelle/", include("advisor.cases.urls")),
    path("", include("advisor.guidance.urls")),
    path("", include("advisor.memo.urls")),
    path("", include("advisor.sheet.urls")),
    path("", include("advisor.dossier.urls")),
    path("", include("advisor.batch.urls")),
    path("", include("advisor.rescreen.urls")),
    path("", include("advisor.editorial.urls")),
    path("", include("advisor.laender.urls")),
    path("", include("advisor.figures.urls")),
    path("", include("advisor.lifecycle.urls")),
    path("", include("advisor.disclosure.urls")),
    path("", include("advisor.followup.urls")),
    path("", include("advisor.quickcheck.urls")),
    path("", include("advisor.blank.urls")),
    path("", include("advisor.privacy.urls")),
    path("protokoll/", include("advisor.logbook.urls")),
]
