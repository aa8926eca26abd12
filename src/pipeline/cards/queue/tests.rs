#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use super::*;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::Duration;

const MEGAPIXEL: u64 = 1 << 20;

fn job(post: usize, cost: u64, megapixels: u64) -> Job {
    Job { post, cost, pixels: megapixels * MEGAPIXEL }
}

fn facts(media_type: &'static str, width_px: u32, height_px: u32, is_scalable: bool) -> Option<PictureFacts> {
    Some(PictureFacts { media_type, width_px, height_px, is_scalable, is_progressive: false })
}

/// Draws nothing, and counts what is held at once by so many threads: the most, and the posts in the order of being taken.
fn most_held(jobs: Vec<Job>, threads: usize, limit_megapixels: u64) -> (u64, Vec<usize>) {
    let queue = Queue::new(jobs, limit_megapixels * MEGAPIXEL);
    let (held, most) = (AtomicU64::new(0), AtomicU64::new(0));
    let order = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some(taken) = queue.next() {
                    order.lock().unwrap().push(taken.job.post);
                    let now = held.fetch_add(taken.job.pixels, Ordering::SeqCst) + taken.job.pixels;
                    most.fetch_max(now, Ordering::SeqCst);
                    thread::sleep(Duration::from_millis(1));
                    held.fetch_sub(taken.job.pixels, Ordering::SeqCst);
                }
            });
        }
    });
    (most.into_inner() / MEGAPIXEL, order.into_inner().unwrap())
}

#[test]
fn every_job_is_handed_out_once() {
    let jobs: Vec<Job> = (0..200).map(|post| job(post, post as u64 % 7, 1 + post as u64 % 30)).collect();
    let (_, mut order) = most_held(jobs, 8, 64);
    order.sort_unstable();
    assert_eq!(order, (0..200).collect::<Vec<_>>());
}

#[test]
fn no_more_pixels_are_held_than_memory_is_for() {
    let jobs = || (0..100).map(|post| job(post, 1, 12)).collect::<Vec<_>>();
    let (most, _) = most_held(jobs(), 16, 64);
    assert!(most <= 64 && most > 12, "{most}");
    let (most, _) = most_held(jobs(), 2, 64);
    assert!(most <= 24, "{most}");
}

#[test]
fn a_picture_larger_than_all_the_room_is_drawn_alone() {
    let mut jobs: Vec<Job> = (0..40).map(|post| job(post, 1, 1)).collect();
    jobs.push(job(40, 9, 100));
    let (most, order) = most_held(jobs, 8, 64);
    assert_eq!((most, order[0], order.len()), (100, 40, 41));
}

#[test]
fn the_most_costly_comes_first_and_equals_come_in_the_order_of_the_posts() {
    let jobs = vec![job(0, 1, 1), job(1, 5, 1), job(2, 5, 1), job(3, 9, 1)];
    assert_eq!(most_held(jobs, 1, 64).1, [3, 1, 2, 0]);
}

#[test]
fn what_does_not_fit_lets_the_next_go_before() {
    let queue = Queue::new(vec![job(0, 9, 40), job(1, 8, 40), job(2, 1, 1)], 64 * MEGAPIXEL);
    let first = queue.next().unwrap();
    let second = queue.next().unwrap();
    assert_eq!((first.job.post, second.job.post), (0, 2));
    drop(first);
    assert_eq!(queue.next().unwrap().job.post, 1);
}

#[test]
fn a_large_cover_goes_before_a_small_one_and_an_unknown_one_between() {
    let plain = Job::plain(0, MEGAPIXEL);
    let cost = |facts| plain.with_cover(facts, MEGAPIXEL).cost;
    let small = cost(facts("image/jpeg", 1600, 900, true));
    let large = cost(facts("image/jpeg", 8000, 5000, true));
    let slow = cost(facts("image/png", 8000, 5000, false));
    assert!(plain.cost < small && small < large && large < slow);
    assert!(small < cost(None) && cost(None) < slow);
}

#[test]
fn a_cover_in_several_scans_goes_before_one_of_its_size_in_one() {
    let cost = |is_progressive| {
        let facts = PictureFacts { is_progressive, ..facts("image/jpeg", 4000, 3000, true).unwrap() };
        Job::plain(0, 0).with_cover(Some(facts), 1200 * 630).cost
    };
    assert!(cost(true) > cost(false));
}

#[test]
fn a_cover_that_is_decoded_to_a_part_of_its_size_holds_no_more_than_that() {
    let held = |is_scalable| {
        let facts = facts("image/jpeg", 8000, 5000, is_scalable);
        Job::plain(0, 0).with_cover(facts, 1200 * 630).pixels
    };
    assert_eq!(held(false), 8000 * 5000);
    assert_eq!(held(true), 4 * 1200 * 630);
}
