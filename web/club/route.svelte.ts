// Where the reader is: "#/loans/ABC". Back always works, for every screen has an address.

function read(): string[] {
    return location.hash.replace(/^#\/?/, "").split("/").filter(Boolean).map(decodeURIComponent);
}

export const route = $state({ path: read() });

addEventListener("hashchange", () => {
    route.path = read();
});

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
    route.path = read();
}
