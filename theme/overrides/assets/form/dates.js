// Checks of dates: written by ISO 8601, on the calendar, and in a possible order.
import { shortened } from "./subject.js";

const FORM = /^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$/;
const PARTS = /^([0-9]{4})[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2}))?$/;
const PLANNED = ["since", "until"];

/** P501 */
export function* malformedDate(subject) {
  for (const { path, name, value } of subject.of("Moment")) {
    if (FORM.test(value)) continue;
    const message = subject.phrase("no_date", { value: shortened(value, 30), field: subject.called({ name }) });
    yield subject.fault(path, message, advice(subject, value));
  }
}

/** P502 */
export function* impossibleDate(subject) {
  for (const { path, value } of formed(subject)) {
    if (isPossible(value)) continue;
    yield subject.fault(path, subject.phrase("not_in_calendar", { date: value }), subject.phrase("look_at_month"));
  }
}

/** P503; somewhere it is tomorrow already. */
export function* futureDate(subject) {
  const latest = nextDay(subject.today);
  for (const { path, name, value } of formed(subject)) {
    if (value <= latest.slice(0, value.length)) continue;
    const message = subject.phrase("future", { date: value });
    if (!PLANNED.includes(name)) yield subject.fault(path, message, subject.phrase("write_day"));
    else if (subject.entry.status !== "planned") yield subject.fault(path, message, subject.phrase("write_planned"));
  }
}

/** P504 */
export function* untilBeforeSince(subject) {
  const { since, until } = subject.entry;
  if (!since || !until || !FORM.test(since) || !FORM.test(until)) return;
  const known = Math.min(since.length, until.length);
  if (until.slice(0, known) >= since.slice(0, known)) return;
  yield subject.fault(["until"], subject.phrase("ends_before", { since, until }), subject.phrase("exchange"));
}

/** P505 */
export function* implausibleYear(subject) {
  for (const { path, value } of formed(subject)) {
    if (value >= subject.rules.earliest) continue;
    yield subject.fault(path, subject.phrase("unlikely_year", { year: value.slice(0, 4) }), subject.phrase("look_at_figures"));
  }
}

function formed(subject) {
  return subject.of("Moment").filter(({ value }) => FORM.test(value));
}

function isPossible(date) {
  if (date.length === 4) return date !== "0000";
  const whole = date.length === 10 ? date : `${date}-01`;
  const day = new Date(`${whole}T00:00:00Z`);
  return !date.startsWith("0000") && !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(whole);
}

function nextDay(date) {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}

function advice(subject, written) {
  const parts = PARTS.exec(written.trim());
  const near = parts?.slice(1).filter(Boolean).map((part) => part.padStart(2, "0")).join("-");
  return near && isPossible(near) ? subject.phrase("near", { near: `\`${near}\`` }) : subject.phrase("write_date");
}
