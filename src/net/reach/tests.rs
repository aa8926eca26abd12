#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use super::*;

fn public(address: &str) -> bool {
    is_public(address.parse().unwrap())
}

#[test]
fn no_special_ipv4_address_is_public() {
    let special = [
        "0.0.0.0",
        "0.255.255.255",
        "10.0.0.1",
        "100.64.0.0",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.255.255",
        "169.254.169.254",
        "172.16.0.0",
        "172.31.255.255",
        "192.0.0.8",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.0.1",
        "198.18.0.0",
        "198.19.255.255",
        "198.51.100.7",
        "203.0.113.9",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
    ];
    for address in special {
        assert!(!public(address), "{address}");
    }
}

#[test]
fn the_neighbours_of_special_ipv4_addresses_are_public() {
    let neighbours = [
        "1.0.0.0",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.0",
        "169.253.255.255",
        "169.255.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "192.0.1.0",
        "192.0.3.0",
        "192.88.98.255",
        "192.88.100.0",
        "192.167.255.255",
        "192.169.0.0",
        "198.17.255.255",
        "198.20.0.0",
        "198.51.99.255",
        "198.51.101.0",
        "203.0.112.255",
        "203.0.114.0",
        "223.255.255.255",
    ];
    for address in neighbours {
        assert!(public(address), "{address}");
    }
}

#[test]
fn no_special_ipv6_address_is_public() {
    let special = [
        "::",
        "::1",
        "::7f00:1",
        "100::1",
        "2001::1",
        "2001:2::1",
        "2001:20::1",
        "2001:1ff:ffff::1",
        "2001:db8::1",
        "3fff::1",
        "3fff:fff:ffff::1",
        "5f00::1",
        "64:ff9b:1::a00:1",
        "fc00::1",
        "fdff:ffff::1",
        "fe80::1",
        "fec0::1",
        "ff02::1",
        "1fff:ffff::1",
        "4000::1",
    ];
    for address in special {
        assert!(!public(address), "{address}");
    }
}

#[test]
fn an_ipv6_address_that_carries_a_private_one_is_not_public() {
    let carrying = [
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::ffff:169.254.169.254",
        "64:ff9b::127.0.0.1",
        "64:ff9b::192.168.1.1",
        "2002:7f00:1::",
        "2002:c0a8:101::1",
        "2002:a9fe:a9fe::1",
    ];
    for address in carrying {
        assert!(!public(address), "{address}");
    }
}

#[test]
fn an_ipv6_address_that_is_given_out_or_carries_a_public_one_is_public() {
    let given = [
        "2001:200::1",
        "2001:4860:4860::8888",
        "2001:db7:ffff::1",
        "2001:db9::1",
        "2600::1",
        "2a00:1450::1",
        "3fff:1000::1",
        "::ffff:1.1.1.1",
        "64:ff9b::8.8.8.8",
        "2002:808:808::1",
    ];
    for address in given {
        assert!(public(address), "{address}");
    }
}
