// What is typed, once the typing pauses: a search asks the server for words, not for letters.

const pauseMs = 250;

export function settled(typed: () => string): { readonly current: string } {
    let kept = $state(typed());
    $effect(() => {
        const now = typed();
        const timer = setTimeout(() => (kept = now), pauseMs);
        return () => clearTimeout(timer);
    });
    return {
        get current() {
            return kept;
        },
    };
}
