//! Where the posts of a channel stand.

use crate::feed::{Paged, Room, page};

const ROOM: Room = Room { bytes: 100, limit: None, archives: true };

fn none(count: usize) -> Vec<Option<u32>> {
    vec![None; count]
}

#[test]
fn what_fits_stands_in_no_archive() {
    let paged = page(&[40, 30, 30], &none(3), ROOM);
    assert_eq!(paged, Paged { current: vec![0, 1, 2], archives: none(3) });
}

#[test]
fn what_does_not_fit_moves_into_archives_the_oldest_first() {
    let paged = page(&[30; 10], &none(10), ROOM);
    assert_eq!(paged.current, [0, 1, 2]);
    let archives: Vec<u32> = paged.archives.iter().map(|archive| archive.unwrap_or(0)).collect();
    assert_eq!(archives, [0, 3, 3, 3, 2, 2, 2, 1, 1, 1]);
}

#[test]
fn no_document_is_larger_than_the_room() {
    let weights: Vec<usize> = (0..500).map(|at| 1 + at * 7919 % 60).collect();
    let paged = page(&weights, &none(500), ROOM);
    let sum = |chosen: &dyn Fn(usize) -> bool| -> usize {
        (0..500).filter(|&at| chosen(at)).map(|at| weights[at]).sum()
    };
    assert!(sum(&|at| paged.current.contains(&at)) <= 100);
    let last = paged.archives.iter().flatten().max().copied().unwrap();
    for number in 1..=last {
        assert!(sum(&|at| paged.archives[at] == Some(number)) <= 100, "{number}");
    }
    assert!((0..500).all(|at| paged.archives[at].is_some() || paged.current.contains(&at)));
}

#[test]
fn a_new_post_changes_no_archive() {
    let mut weights = vec![30; 10];
    let mut archives = page(&weights, &none(10), ROOM).archives;
    for _ in 0..40 {
        weights.insert(0, 30);
        archives.insert(0, None);
        let paged = page(&weights, &archives, ROOM);
        for (old, new) in archives.iter().zip(&paged.archives).filter(|(old, _)| old.is_some()) {
            assert_eq!(old, new);
        }
        // Only whole archives are added: none that stood before gets another post.
        let last = archives.iter().flatten().max().copied().unwrap_or(0);
        let grown = archives.iter().zip(&paged.archives).filter(|(old, new)| old != new);
        assert!(grown.map(|(_, new)| new.unwrap()).all(|number| number > last));
        archives = paged.archives;
    }
}

#[test]
fn a_post_with_an_old_date_stands_in_the_current_document() {
    let mut pinned = page(&[30; 10], &none(10), ROOM).archives;
    pinned.push(None);
    let mut weights = vec![30; 10];
    weights.push(10);
    let paged = page(&weights, &pinned, ROOM);
    assert_eq!(paged.archives, pinned);
    assert_eq!(paged.current, [0, 1, 2, 10]);
}

#[test]
fn every_post_stands_in_some_document_whatever_order_they_come_in() {
    // Posts come with any date, small and large, one at a time: by their dates they get a place among those that are there.
    let mut posts: Vec<(usize, usize, Option<u32>)> = Vec::new();
    for number in 0..200 {
        let date = number * 7919 % 211;
        let place = posts.partition_point(|(other, _, _)| *other > date);
        posts.insert(place, (date, 1 + number * 31 % 97, None));
        let weights: Vec<usize> = posts.iter().map(|(_, weight, _)| *weight).collect();
        let pinned: Vec<Option<u32>> = posts.iter().map(|(_, _, pin)| *pin).collect();
        let paged = page(&weights, &pinned, ROOM);
        for at in 0..posts.len() {
            assert!(paged.archives[at].is_some() || paged.current.contains(&at), "{number} {at}");
            assert!(pinned[at].is_none() || pinned[at] == paged.archives[at]);
            posts[at].2 = paged.archives[at];
        }
        let sum: usize = paged.current.iter().map(|&at| weights[at]).sum();
        assert!(sum <= 100 || paged.current.len() == 1, "{number} {sum}");
    }
}

#[test]
fn the_first_two_archives_are_made_at_once() {
    let paged = page(&[30; 4], &none(4), ROOM);
    assert_eq!(paged.archives, [None, Some(2), Some(2), Some(1)]);
}

#[test]
fn a_post_larger_than_the_room_stands_alone() {
    assert_eq!(page(&[500], &none(1), ROOM), Paged { current: vec![0], archives: none(1) });
    let paged = page(&[10, 500, 10], &none(3), ROOM);
    assert_eq!((paged.current, paged.archives), (vec![0], vec![None, Some(2), Some(1)]));
}

#[test]
fn a_limit_counts_posts() {
    let room = Room { bytes: 1000, limit: Some(4), archives: true };
    let paged = page(&[1; 9], &none(9), room);
    assert_eq!(paged.current, [0, 1, 2, 3]);
    assert_eq!(paged.archives.iter().filter(|archive| archive.is_none()).count(), 2);
}

#[test]
fn without_archives_the_older_posts_stand_nowhere() {
    let room = Room { archives: false, ..ROOM };
    assert_eq!(page(&[30; 10], &none(10), room), Paged { current: vec![0, 1, 2], archives: none(10) });
}

#[test]
fn an_unknown_weight_is_taken_for_too_large() {
    let pinned = [None, None, Some(1), Some(1)];
    let paged = page(&[10, 10, usize::MAX, usize::MAX], &pinned, ROOM);
    assert_eq!(paged, Paged { current: vec![0, 1], archives: pinned.to_vec() });
}
