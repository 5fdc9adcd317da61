"""Addresses of the memo."""

from django.urls import path

from advisor.memo import difference_views, kept_views, letterhead_views, print_views, report_views, views

app_name = "memo"
urlpatterns = [
    path("faelle/<uuid:uuid>/memo/", views.of_case, name="preview"),
    path("faelle/<uuid:uuid>/person/<uuid:about>/memo/", views.preview, name="person_preview"),
    path("faelle/<uuid:uuid>/person/<uuid:about>/memo.pdf", views.pdf, name="pdf"),
    path("faelle/<uuid:uuid>/memos/", kept_views.kept, name="kept"),
    path("faelle/<uuid:uuid>/memos/<int:number>/memo.pdf", kept_views.download, name="download"),
    path("faelle/<uuid:uuid>/memos/<int:number>/unterschied/", difference_views.changed, name="changed"),
    path("faelle/<uuid:uuid>/memos/<int:number>/freigabe/", kept_views.release, name="release"),
    path("faelle/<uuid:uuid>/memos/<int:number>/freigabe/beenden/", kept_views.take_back, name="take_back"),
    path("memos/", print_views.released, name="released"),
    path("memos/code/", print_views.by_code, name="by_code"),
    path("memos/<uuid:memo>/memo.pdf", print_views.print_released, name="print"),
    path("stelle/briefkopf/", letterhead_views.letterhead, name="letterhead"),
    path("stelle/anleitung/bericht/<int:year>/bericht.pdf", report_views.report_pdf, name="report_pdf"),
]
