"""Error pages: the right status, our look, and a sentence that helps."""

from __future__ import annotations

import pytest
from django.core.exceptions import SuspiciousOperation
from django.test import Client, RequestFactory

from advisor.cases.models import Case
from advisor.web.errors import TROUBLES, bad_request, server_error, trouble
from tests.factories import page_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("status", TROUBLES)
def test_every_error_has_a_page(rf: RequestFactory, status: int) -> None:
    response = trouble(rf.get("/"), status, "Mehr dazu.")
    text = response.content.decode()
    assert response.status_code == status
    assert TROUBLES[status].title in text
    assert "Mehr dazu." in text


def test_an_address_that_is_none_is_404_in_our_look(web: Client) -> None:
    response = web.get("/faelle/nichts/")
    assert response.status_code == 404
    assert "Diese Seite gibt es nicht" in response.content.decode()


def test_a_body_too_large_is_413(web: Client, case: Case) -> None:
    response = web.post(page_of("cases:section", case, "a"), {"location.note": "x" * (3 * 1024 * 1024)})
    assert response.status_code == 413
    assert "zu groß" in response.content.decode()


def test_too_many_fields_are_413(web: Client, case: Case) -> None:
    fields = {f"field{place}": "" for place in range(2001)}
    assert web.post(page_of("cases:section", case, "a"), fields).status_code == 413


def test_a_form_that_is_not_ours_is_403(counsellor: object, case: Case) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(counsellor)  # type: ignore[arg-type]
    response = client.post(page_of("cases:section", case, "a"), {"location": "in_germany"})
    assert response.status_code == 403
    assert "laden Sie die Seite davor neu" in response.content.decode()


def test_a_strange_request_is_400(rf: RequestFactory) -> None:
    assert bad_request(rf.get("/"), SuspiciousOperation()).status_code == 400


def test_the_page_for_our_own_faults_needs_nothing(rf: RequestFactory) -> None:
    response = server_error(rf.get("/"))
    assert response.status_code == 500
    assert "ist noch da" in response.content.decode()
