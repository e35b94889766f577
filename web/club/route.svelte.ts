// Where the reader is: "#/loans/ABC". Back always works, for every screen has an address.

function read(): string[] {
    return location.hash.replace(/^#\/?/, "").split("/").filter(Boolean).map(decodeURIComponent);
}

export const route = $state({ path: read() });

/// What is said of what was done. It is of the screen to which that has led, and does not follow
/// the reader to another.
export const said = $state({ text: "" });
let saidAt: string | undefined;

export function say(text: string): void {
    said.text = text;
    saidAt = undefined;
    // The way on is taken in the same breath.
    setTimeout(() => (saidAt ??= location.hash));
}

function arrive(): void {
    route.path = read();
    if (saidAt !== undefined && saidAt !== location.hash) said.text = "";
}
addEventListener("hashchange", arrive);

export function go(...path: (string | number)[]): void {
    location.hash = `/${path.join("/")}`;
}

/// Asked after what was awaited: who has gone elsewhere meanwhile is not led on.
export function staying(): () => boolean {
    const here = location.hash;
    return () => location.hash === here;
}

/// Without a step back to where the reader came from.
export function replace(...path: (string | number)[]): void {
    history.replaceState(null, "", `#/${path.join("/")}`);
    arrive();
}
