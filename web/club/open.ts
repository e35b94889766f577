// What is open on a step of a meeting: asked before the step is left.

/// False: the reader is told what is missing, and stays.
type Leave = () => Promise<boolean>;

let open: Leave | undefined;

/// While a form is on the screen. What it gives back is called when it goes.
export function opened(leave: Leave): () => void {
    open = leave;
    return () => {
        if (open === leave) open = undefined;
    };
}

export async function mayLeave(): Promise<boolean> {
    return (await open?.()) ?? true;
}
