"""A Wednesday in August as a secretary pastes it: thirteen rows, one of them twice, one on a day that never was, one new."""

from __future__ import annotations

from datetime import date

from organizer.records.campaign import Campaign, all_campaigns
from organizer.records.gazetteer import place_named
from organizer.records.letter import Letter
from organizer.records.organisation import Organisation
from organizer.records.place import City
from organizer.records.target import Target
from organizer.store.cities import city_of
from organizer.store.store import Store

PASTED = """\
15/08/2012	Wien Transport Workers' Branch 28	Wien	Supreme Court	e-mail	4	yes
15/08/2012	Glasgow Teachers' Association 43	Glasgow	Supreme Court	post	1	yes
15/08/2012	Leeds Civil Servants' Section 34	Leeds	Embassy, London	by hand	12	yes
15/08/2012	Köln Human Rights Group 48	Köln	Embassy, Berlin	fax	5	no
15/08/2012	Lagos Miners' Association 40	Lagos	Embassy, Moscow	e-mail	1	no
15/08/2012	Colombo Transport Workers' Branch 6	Colombo	Supreme Court	web form	12	estimate
15/08/2012	Paris Teachers' Association 43	Paris	Presidential Administration	e-mail	5	yes
15/08/2012	PARIS TEACHERS ASSOCIATION 43	Paris	Presidential Administration	e-mail	5	yes
30/02/2012	Lisboa Postal Workers' Section 55	Lisboa	Embassy, Berlin	e-mail	12	yes
15/08/2012	Athína Miners' Association 53	Athína	Akimat of Mangystau	e-mail	1	yes
15/08/2012	Bristol Dockers' Solidarity	Bristol	Embassy, London	post	3	yes
15/08/2012	Göteborg Miners' Association 28	Göteborg	Samruk-Kazyna	e-mail	2	no
15/08/2012	Karachi Health Union Branch 12	Karachi	Supreme Court	post	3	no
"""
KNOWN = {
    "Wien Transport Workers' Branch 28": ("Wien", 142),
    "Wien Teachers' Association 57": ("Wien", 9),
    "Glasgow Teachers' Association 43": ("Glasgow", 4),
    "Leeds Civil Servants' Section 34": ("Leeds", 30),
    "Köln Human Rights Group 48": ("Köln", 12),
    "Lagos Miners' Association 40": ("Lagos", 3),
    "Colombo Transport Workers' Branch 6": ("Colombo", 15),
    "Paris Teachers' Association 43": ("Paris", 6),
    "Lisboa Postal Workers' Section 55": ("Lisboa", 8),
    "Athína Miners' Association 53": ("Athína", 2),
    "Göteborg Miners' Association 28": ("Göteborg", 5),
    "Karachi Health Union Branch 12": ("Karachi", 7),
}
"""The organisations that the file knows: their city, and how many letters they have written before."""
OFFICES = ("Supreme Court", "Presidential Administration", "Akimat of Mangystau", "Samruk-Kazyna")
EMBASSIES = ("London", "Berlin", "Moscow")


def fill(store: Store) -> Campaign:
    """What the file knows before these rows come."""
    campaign = store.first(all_campaigns())
    assert campaign is not None
    with store.change("What was there before") as change:

        def city(name: str) -> City:
            place = place_named(name)
            assert place is not None
            return city_of(change, place)

        offices = [change.save(Target(office=office, kind="government", country="KZ")) for office in OFFICES]
        for name in EMBASSIES:
            there = city(name)
            change.save(Target(office="Embassy of Kazakhstan", kind="embassy", city_id=there.id, country=there.country))
        for name, (town, letters) in KNOWN.items():
            sender = change.save(Organisation(name=name, city_id=city(town).id))
            change.save(
                Letter(
                    campaign_id=campaign.id,
                    organisation_id=sender.id,
                    target_id=offices[0].id,
                    city_id=sender.city_id,
                    day=date(2012, 6, 1),
                    quantity=letters,
                )
            )
    return campaign
