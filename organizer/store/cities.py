"""Cities out of the gazetteer: taken into the file once, when they are first used."""

from __future__ import annotations

from organizer.records.gazetteer import Place
from organizer.records.place import City, city_of_geoname
from organizer.store.change import Change


def city_of(change: Change, place: Place) -> City:
    """The file's own city for a place of the gazetteer."""
    known = change.first(city_of_geoname(place.geoname_id))
    if known is not None:
        return known
    city = City(
        geoname_id=place.geoname_id,
        name=place.name,
        country=place.country,
        latitude=place.latitude,
        longitude=place.longitude,
        time_zone=place.time_zone,
    )
    return change.save(city)
