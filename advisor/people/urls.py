"""Addresses of one's own account and of the people of an office; people are named by number."""

from django.urls import path

from advisor.people import account, invitations, office

app_name = "people"
urlpatterns = [
    path("konto/", account.account, name="account"),
    path("konto/sitzung/", account.session_time, name="session_time"),
    path("konto/sitzungen/", account.sessions, name="sessions"),
    path("konto/sitzungen/andere-beenden/", account.end_other_sessions, name="end_other_sessions"),
    path("konto/sitzungen/<int:pk>/beenden/", account.end_session, name="end_session"),
    path("stelle/personen/", office.people, name="list"),
    path("stelle/personen/einladen/", invitations.new, name="invite"),
    path("stelle/personen/einladungen/<int:pk>/zurueckziehen/", invitations.take_back, name="withdraw"),
    path("stelle/personen/<int:pk>/", office.person, name="person"),
    path("stelle/personen/<int:pk>/rollen/", office.roles, name="roles"),
    path("stelle/personen/<int:pk>/stilllegen/", office.deactivate, name="deactivate"),
    path("stelle/personen/<int:pk>/freigeben/", office.reactivate, name="reactivate"),
    path("stelle/personen/<int:pk>/zweiter-faktor/", office.reset_second_factor, name="reset_second_factor"),
    path("stelle/personen/<int:pk>/sitzungen-beenden/", office.end_sessions, name="end_sessions"),
]
