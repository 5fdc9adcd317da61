"""Addresses: Sammelaufträge."""

from django.urls import path

from advisor.batch import views

app_name = "batch"

urlpatterns = [
    path("sammelauftraege/", views.jobs, name="jobs"),
    path("sammelauftraege/neu/", views.begin, name="begin"),
    path("sammelauftraege/<uuid:batch>/", views.job, name="job"),
    path("sammelauftraege/<uuid:batch>/abbrechen/", views.stop, name="stop"),
    path("sammelauftraege/<uuid:batch>/memos.zip", views.download, name="download"),
]
