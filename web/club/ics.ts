// Meetings and due dates for a calendar, as RFC 5545 writes them.

const offsetMs = 7 * 3_600_000;
const hourMs = 3_600_000;
const lineOctets = 75;

function escaped(text: string): string {
    return text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r\n|\r|\n/g, "\\n");
}

/// A line of at most 75 octets, continued after a break and a space; characters stay whole.
function folded(line: string): string {
    const bytes = new TextEncoder();
    let out = "";
    let octets = 0;
    for (const character of line) {
        const size = bytes.encode(character).length;
        if (octets + size > lineOctets) {
            out += "\r\n ";
            octets = 1;
        }
        out += character;
        octets += size;
    }
    return out;
}

const instant = (ms: number) => new Date(ms).toISOString().replace(/[-:]|\.\d+/g, "");

export interface Appointment {
    uid: string;
    on: string; // "2020-11-15", in Viet Nam
    at: string; // "08:00", UTC+7
    hours: number;
    title: string;
    place: string;
    now: number;
}

function written(events: string[][]): string {
    const lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Lien The He//Club book//VI",
        "METHOD:PUBLISH",
        ...events.flatMap((event) => ["BEGIN:VEVENT", ...event, "END:VEVENT"]),
        "END:VCALENDAR",
    ];
    return lines.map((line) => `${folded(line)}\r\n`).join("");
}

export function calendar(meeting: Appointment): string {
    const start = Date.parse(`${meeting.on}T${meeting.at}:00Z`) - offsetMs;
    return written([
        [
            `UID:${escaped(meeting.uid)}`,
            `DTSTAMP:${instant(meeting.now)}`,
            `DTSTART:${instant(start)}`,
            `DTEND:${instant(start + meeting.hours * hourMs)}`,
            `SUMMARY:${escaped(meeting.title)}`,
            ...(meeting.place ? [`LOCATION:${escaped(meeting.place)}`] : []),
        ],
    ]);
}

export interface DueDay {
    uid: string;
    on: string; // "2020-11-15"
    title: string;
}

/// A whole day each, with a reminder three days before.
export function dueCalendar(days: DueDay[], now: number): string {
    return written(
        days.map(({ uid, on, title }) => [
            `UID:${escaped(uid)}`,
            `DTSTAMP:${instant(now)}`,
            `DTSTART;VALUE=DATE:${on.replaceAll("-", "")}`,
            `SUMMARY:${escaped(title)}`,
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            `DESCRIPTION:${escaped(title)}`,
            "TRIGGER:-P3D",
            "END:VALARM",
        ]),
    );
}
