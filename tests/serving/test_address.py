"""Addresses that people can use, and nobody let in from outside who was not asked to be."""

import re
import socket
from collections import namedtuple

import psutil
import pytest
import segno

from tests.conftest import told
from workshop.serving import address

Entry = namedtuple("Entry", "family address")
State = namedtuple("State", "isup")


@pytest.fixture
def networks(monkeypatch):
    """`networks(eth0="10.0.0.5")` is what this computer is connected to."""

    def _set(towards="", **found):
        entries = {name: [Entry(socket.AF_INET, ip)] for name, ip in found.items()}
        monkeypatch.setattr(psutil, "net_if_addrs", lambda: entries)
        monkeypatch.setattr(psutil, "net_if_stats", lambda: dict.fromkeys(entries, State(True)))
        monkeypatch.setattr(address, "_towards_the_network", lambda: towards)

    return _set


def test_addresses_that_phones_cannot_reach_are_left_out(networks):
    networks(
        lo="127.0.0.1", docker0="172.17.0.1", tun0="10.8.0.2", en1="169.254.3.4", wlan0="10.0.0.5"
    )

    assert address.local_addresses() == ["10.0.0.5"]


def test_the_way_out_comes_first(networks):
    networks("192.168.1.7", eth0="10.0.0.5", wlan0="192.168.1.7")

    assert address.local_addresses() == ["192.168.1.7", "10.0.0.5"]


def test_the_invitation_has_the_address_and_its_code(networks):
    networks(wlan0="10.0.0.5")
    text = address.invitation(8900, "/room/")

    assert "Phones in the same Wi-Fi: http://10.0.0.5:8900/room/" in text
    modules = segno.make("http://10.0.0.5:8900/room/", error="l").symbol_size(border=2)[1]
    assert len(re.findall("[▀▄█]", text)) > modules


def test_without_a_network_the_invitation_says_so(networks):
    networks(lo="127.0.0.1")

    assert "in no network" in address.invitation(8900)


def _listening(process):
    return {
        entry.laddr.ip
        for entry in psutil.Process(process).net_connections("tcp")
        if entry.status == "LISTEN"
    }


def test_only_this_computer_is_let_in_unless_asked(own_server, write_notebook):
    _, server = own_server(write_notebook("# Mine"))

    assert _listening(server.pid) <= {"127.0.0.1", "::1"}


def test_with_lan_others_are_let_in_and_shown_the_way(own_server, write_notebook):
    here, server = own_server(write_notebook("# Ours"), "--lan")

    assert here.startswith("http://localhost:")
    assert _listening(server.pid) == {"0.0.0.0"}
    assert told(server, r"Phones in the same Wi-Fi: http://\d|in no network")
