//! Memory that is taken again and again.

/// Has the allocator keep what is freed, for the next picture.
///
/// The one of glibc gives large blocks back to the system as soon as they are freed, and the system wipes every page before it lends
/// it again: a tenth of all time. It stops doing so once it saw a block of this size come and go, which takes no page. Others are
/// not impressed, and lose nothing.
pub fn keep_freed() {
    const GREATEST_BYTES: usize = (32 << 20) - (64 << 10);
    drop(std::hint::black_box(Vec::<u8>::with_capacity(GREATEST_BYTES)));
}
