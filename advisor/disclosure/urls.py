"""Address of the answer to somebody who asks what is stored about them."""

from django.urls import path

from advisor.disclosure import views

app_name = "disclosure"
urlpatterns = [
    path("faelle/<uuid:uuid>/auskunft/", views.bundle, name="bundle"),
]
