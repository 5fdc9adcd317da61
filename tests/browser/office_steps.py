"""What the people of an office do in their browser windows, each step as its own function."""

from __future__ import annotations

import re
from collections.abc import Mapping
from io import StringIO

from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core.management import call_command
from playwright.sync_api import expect

from advisor.accounts.models import Role, User
from advisor.cases.models import Case
from advisor.guidance import changes
from tests.browser.office_people import COLLEAGUE, OWN_PART, Bureau
from tests.browser.test_accounts import confirm
from tests.factories import make_user


def founds_itself(bureau: Bureau) -> None:
    """The operator makes the office; its admin joins by the link and invites the first counsellor, who joins too."""
    out = StringIO()
    admin = bureau[Role.OFFICE_ADMIN]
    call_command("office", bureau.office, admin="Verwaltung", address=admin.server, stdout=out)
    _joins(bureau, Role.OFFICE_ADMIN, out.getvalue().split()[-1])
    admin.open("/stelle/personen/")
    admin.follow("Jemanden einladen")
    confirm(admin.page)
    admin.page.locator(f"[name=roles][value={Role.COUNSELLOR}]").check()
    admin.page.get_by_label("Für wen").fill("die neue Kollegin")
    admin.press("Link erzeugen")
    _joins(bureau, Role.COUNSELLOR, admin.page.locator("main .card-plain a").inner_text())


def _joins(bureau: Bureau, role: Role, link: str) -> None:
    first, last = bureau.name_of(role).split()
    bureau[role].join(link, bureau.username_of(role), first, last, second_factor=bureau.second_factor)
    _sees_the_start_page(bureau, role, role)
    bureau.users[role] = User.objects.get(username=bureau.username_of(role))


def _sees_the_start_page(bureau: Bureau, key: str, role: Role) -> None:
    page = bureau[key].page
    expect(page.get_by_role("heading", level=1)).to_have_text("Was heute ansteht")
    expect(page.get_by_role("main").get_by_text(OWN_PART[role], exact=True)).to_be_visible()


def others_log_in(bureau: Bureau, roles: Mapping[str, Role]) -> None:
    """Everybody else has an account already, with an app where that must be, and logs in."""
    for key, role in roles.items():
        user = make_user(bureau.username_of(key), bureau.office, role)
        user.first_name, user.last_name = bureau.name_of(key).split()
        user.save()
        secret = generate_totp_secret() if bureau.second_factor else None
        if secret:
            TOTP.activate(user, secret)
        bureau[key].begin(user.username, secret)
        _sees_the_start_page(bureau, key, role)
        bureau.users[key] = user


def opens_a_case(bureau: Bureau) -> None:
    """The counsellor makes a case and answers the first questions."""
    counsellor = bureau[Role.COUNSELLOR]
    page = counsellor.open("/faelle/neu/")
    page.get_by_label("Aktenzeichen Ihrer Stelle").fill(bureau.reference)
    counsellor.press("Fall anlegen")
    counsellor.question("location").get_by_label("in Deutschland").check()
    counsellor.save("location")
    if counsellor.has_scripts:
        expect(page.locator("#saved-location")).to_contain_text("gespeichert")
    else:
        expect(page.get_by_role("status").first).to_contain_text("espeichert")
    bureau.case = Case.objects.get(reference=bureau.reference)


def a_colleague_needs_a_reason(bureau: Bureau) -> None:
    """Somebody outside the team is stopped, gives a reason, gets in, and sees what was answered."""
    colleague = bureau[COLLEAGUE]
    page = colleague.open(bureau.about("fragebogen/a"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Diesen Fall führt jemand anderes")
    expect(page.locator("#q-location")).to_have_count(0)
    colleague.follow("Mit Begründung öffnen")
    colleague.press("Fall öffnen")
    expect(page.get_by_role("alert").first).to_contain_text("Bitte einen Grund angeben.")
    page.get_by_label("Warum müssen Sie").fill(f"Vertretung im Urlaub bei {bureau.word}")
    colleague.press("Fall öffnen")
    expect(colleague.question("location").get_by_label("in Deutschland")).to_be_checked()


def shares_and_hands_over(bureau: Bureau) -> None:
    """The colleague comes into the team for good, takes the case over, and gives it back."""
    one, other = bureau.name_of(Role.COUNSELLOR), bureau.name_of(COLLEAGUE)
    counsellor = bureau[Role.COUNSELLOR]
    page = counsellor.open(bureau.about("fragebogen/a"))
    page.get_by_role("link", name="Verwalten").click()
    page.get_by_role("link", name="Team", exact=True).click()
    page.locator("#share-user").select_option(label=other)
    counsellor.press("Ins Team holen")
    expect(page.get_by_role("status")).to_contain_text(f"{other} kann den Fall jetzt öffnen.")
    for giver, to in ((counsellor, other), (bureau[COLLEAGUE], one)):
        giver.open(bureau.at("team"))
        giver.page.locator("#hand_over-user").select_option(label=to)
        giver.press("Fall übergeben")
        expect(giver.page.get_by_role("status")).to_contain_text(f"Zuständig ist jetzt {to}.")


def both_change_the_same_answer(bureau: Bureau) -> None:
    """Two people have the same page open and answer the same question; the second sees both values and decides."""
    first, second = bureau[Role.COUNSELLOR], bureau[COLLEAGUE]
    for somebody in (first, second):
        somebody.open(bureau.about("fragebogen/a"))
    first.question("federal_state").get_by_role("combobox").first.select_option("HB")
    first.save("federal_state")
    if first.has_scripts:
        expect(first.page.locator("#saved-federal_state")).to_contain_text("gespeichert")
    else:
        expect(first.page.get_by_role("status").first).to_contain_text("espeichert")
    second.question("federal_state").get_by_role("combobox").first.select_option("BY")
    second.save("federal_state")
    contested = second.question("federal_state")
    expect(contested).to_contain_text("Inzwischen ist hier etwas anderes gespeichert: „Bremen“")
    expect(contested.get_by_role("combobox").first).to_have_value("BY")
    contested.get_by_role("button", name="Meine Angabe speichern").click()
    expect(second.question("federal_state").locator("[aria-invalid]")).to_have_count(0)
    first.open(bureau.about("fragebogen/a"))
    expect(first.question("federal_state").get_by_role("combobox").first).to_have_value("BY")


def asks_the_releaser(bureau: Bureau) -> None:
    """The case is put to the releaser, who reads it but changes nothing, and answers into it."""
    counsellor, releaser = bureau[Role.COUNSELLOR], bureau[Role.RELEASER]
    expect(releaser.open(bureau.about("ergebnis")).get_by_role("heading", level=1)).to_have_text(
        "Diese Seite gibt es nicht"
    )
    page = counsellor.open(bureau.at("vorlegen"))
    page.get_by_label("Ihre Frage").fill(f"Frage von {bureau.word}: Reicht das?")
    counsellor.press("Fall vorlegen")
    page = releaser.open("/")
    releaser.follow(bureau.reference)
    expect(page.get_by_text(f"Frage von {bureau.word}: Reicht das?")).to_be_visible()
    releaser.follow("Fragebogen")
    expect(page.get_by_text("Sie können diesen Fall lesen, aber nicht ändern.")).to_be_visible()
    expect(releaser.question("location").get_by_label("in Deutschland")).to_be_disabled()
    expect(page.get_by_role("button", name="Speichern")).to_have_count(0)
    page.get_by_role("link", name=re.compile("^Weiter")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Aufenthaltsstatus und Verfahren")
    releaser.open("/")
    releaser.follow(bureau.reference)
    page.get_by_label("Ihre Antwort").fill(f"Antwort von {bureau.word}: Ja.")
    releaser.press("Antwort in den Fall geben")
    expect(page.get_by_role("status")).to_contain_text("Ihre Antwort steht jetzt im Fall.")
    page = counsellor.open(bureau.at("vorlegen"))
    expect(page.get_by_text(f"Antwort von {bureau.word}: Ja.")).to_be_visible()


def gets_guidance(bureau: Bureau) -> None:
    """The admin writes down who guides the counsellor; the memo's preview says so."""
    counsellor, admin = bureau[Role.COUNSELLOR], bureau[Role.OFFICE_ADMIN]
    page = counsellor.open(bureau.at("memo"))
    expect(page.get_by_text("Keine Anleitung eingetragen.")).to_be_visible()
    releaser = bureau.users[Role.RELEASER]
    since = releaser.date_joined.date()
    changes.qualify(releaser, bureau.users[Role.OFFICE_ADMIN], ground="judge", title="Volljuristin", since=since)
    page = admin.open("/stelle/anleitung/")
    admin.follow(bureau.name_of(Role.COUNSELLOR))
    page.get_by_label("Anleitende Person aus Ihrer Stelle").select_option(label=bureau.name_of(Role.RELEASER))
    page.locator("#guidance-qualification").fill("Volljuristin")
    page.get_by_label("Vereinbart am").fill(f"{since:%d.%m.%Y}")
    page.get_by_label("Gültig bis").fill(f"{since.replace(year=since.year + 1, day=1):%d.%m.%Y}")
    admin.press("Anleitung eintragen")
    page = counsellor.open(bureau.at("memo"))
    expect(page.get_by_text("berät unter Anleitung von")).to_contain_text(bureau.name_of(Role.RELEASER))


def makes_and_releases_a_memo(bureau: Bureau) -> None:
    """The counsellor makes the memo and releases it to the volunteer, who can print it and nothing else."""
    counsellor, volunteer = bureau[Role.COUNSELLOR], bureau[Role.VOLUNTEER]
    page = counsellor.open(bureau.at("memo"))
    with page.expect_download() as download:
        counsellor.press("Als PDF herunterladen")
    assert bureau.word.lower() not in download.value.suggested_filename
    expect(volunteer.open("/").get_by_text("Gerade ist kein Memo für Sie freigegeben.")).to_be_visible()
    counsellor.open(bureau.at("memos"))
    counsellor.follow("Freigeben oder beenden: Memo 1")
    page.get_by_label(bureau.name_of(Role.VOLUNTEER)).check()
    page.get_by_label("Termin bei einer Behörde").check()
    counsellor.press("Zum Drucken freigeben")
    expect(page.get_by_role("status")).to_contain_text("Memo 1 ist zum Drucken freigegeben.")
    page = volunteer.open("/")
    address = page.get_by_role("link", name=re.compile("^Memo 1")).get_attribute("href")
    printed = page.request.get(f"{volunteer.server}{address}")
    assert printed.status == 200, (printed.status, " ".join(printed.text().split("<main")[-1].split())[:700])
    assert printed.body().startswith(b"%PDF")
    for path in ("/faelle/", bureau.about("fragebogen/a"), bureau.at("memo"), bureau.at("memos"), "/protokoll/"):
        refused = page.request.get(volunteer.server + path)
        assert refused.status in (403, 404), path
        assert bureau.reference not in refused.text()


def reads_the_log(bureau: Bureau) -> None:
    """The admin reads who did what with the case, with the reason given, and no more of it."""
    admin = bureau[Role.OFFICE_ADMIN]
    page = admin.open("/faelle/")
    page.get_by_role("link", name=f"Protokoll von {bureau.reference}").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Protokoll: {bureau.reference}")
    expect(page.get_by_text(f"Vertretung im Urlaub bei {bureau.word}")).to_be_visible()
    page.wait_for_load_state()
    said = page.get_by_role("rowheader").all_inner_texts()
    wanted = {"Fall angelegt", "Antworten gespeichert", "Mit Begründung geöffnet", "Fall übergeben", "Fall vorgelegt"}
    assert wanted | {"Vorlage beantwortet", "Memo erzeugt", "Memo freigegeben", "Memo gedruckt"} <= set(said)
    refused = admin.open(bureau.about("fragebogen/a"))
    expect(refused.get_by_role("heading", level=1)).to_have_text("Das ist hier nicht erlaubt")


def ends_and_comes_back(bureau: Bureau) -> None:
    """Closed by the team, kept from deletion by a release, put into the bin by the admin, and taken out again."""
    counsellor, admin = bureau[Role.COUNSELLOR], bureau[Role.OFFICE_ADMIN]
    page = admin.open("/stelle/aufbewahrung/")
    page.get_by_label("Beratung: Monate").fill("12")
    admin.press("Fristen speichern")
    admin.open(bureau.at("loeschen"))
    expect(page.get_by_role("heading", name="Dieser Fall lässt sich noch nicht löschen")).to_be_visible()
    counsellor.open(bureau.at("memos"))
    counsellor.follow("Freigeben oder beenden: Memo 1")
    counsellor.press(f"Freigabe für {bureau.name_of(Role.VOLUNTEER)} beenden")
    counsellor.open(bureau.at("stand"))
    counsellor.press("Abschließen")
    expect(counsellor.page.get_by_role("status")).to_contain_text("Der Fall ist jetzt abgeschlossen.")
    admin.open("/stelle/aufbewahrung/")
    expect(page.get_by_role("rowheader", name=bureau.reference)).to_be_visible()
    admin.open("/faelle/?stand=alle")
    page.get_by_role("link", name=f"{bureau.reference} löschen").click()
    page.get_by_label("Aktenzeichen zur Bestätigung").fill(bureau.reference)
    admin.press("In den Papierkorb legen")
    gone = counsellor.open(bureau.about("fragebogen/a"))
    expect(gone.get_by_role("heading", level=1)).to_have_text("Diese Seite gibt es nicht")
    admin.press(f"{bureau.reference} zurückholen")
    page = counsellor.open(bureau.about("fragebogen/a"))
    expect(page.get_by_text("Dieser Fall ist abgeschlossen und lässt sich nicht ändern.")).to_be_visible()
    expect(counsellor.question("federal_state").get_by_role("combobox").first).to_have_value("BY")
