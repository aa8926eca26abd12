// Place any global data in this file.
export const SITE_TITLE = 'Diary of a lighthouse';
export const SITE_DESCRIPTION = 'Lamps, logs and weather.';
