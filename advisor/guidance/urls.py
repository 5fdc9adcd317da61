"""Addresses of guidance and of cases put to a releaser."""

from django.urls import path

from advisor.guidance import consult_views, report_views, views

app_name = "guidance"
urlpatterns = [
    path("anleitung/", views.own, name="own"),
    path("stelle/anleitung/", views.overview, name="overview"),
    path("stelle/anleitung/<int:person>/", views.person, name="person"),
    path("stelle/anleitung/bericht/<int:year>/", report_views.page, name="report"),
    path("stelle/anleitung/bericht/<int:year>/memos.csv", report_views.table, name="report_csv"),
    path("faelle/<uuid:uuid>/vorlegen/", consult_views.of_case, name="consult"),
    path(
        "faelle/<uuid:uuid>/vorlegen/<uuid:consultation>/zurueckziehen/",
        consult_views.take_back,
        name="take_back",
    ),
    path("vorlagen/", consult_views.inbox, name="inbox"),
    path("vorlagen/<uuid:consultation>/", consult_views.reply, name="reply"),
]
