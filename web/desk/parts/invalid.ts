// What the browser does not let through is said beside its field, in the reader's language, instead
// of in a bubble of the browser's own. It goes when the value changes.

import { day } from "../../club/format";
import { words } from "../words/words.svelte";

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const told = new Map<Control, HTMLElement>();

function wordsFor(control: Control): string {
    const { validity } = control;
    const said = words().invalid;
    if (validity.valueMissing) return words().scheme.wanted;
    const { type = "", min = "", max = "" } = control as Partial<HTMLInputElement>;
    const bound = (text: string) => (type === "date" ? day(text) : text);
    if (validity.rangeOverflow) return said.over(bound(max));
    if (validity.rangeUnderflow) return said.under(bound(min));
    return said.unread;
}

function forget(control: Control): void {
    const mark = told.get(control);
    if (!mark) return;
    told.delete(control);
    if (control.getAttribute("aria-describedby") === mark.id) {
        control.removeAttribute("aria-describedby");
    }
    control.removeAttribute("aria-invalid");
    mark.remove();
}

function tell(event: Event): void {
    event.preventDefault();
    const control = event.target as Control;
    forget(control);
    const mark = document.createElement("p");
    mark.id = `invalid-${told.size}-${Date.now()}`;
    mark.className = "wrong";
    mark.setAttribute("role", "alert");
    mark.textContent = wordsFor(control);
    (control.closest("label") ?? control).after(mark);
    control.setAttribute("aria-invalid", "true");
    if (!control.hasAttribute("aria-describedby")) {
        control.setAttribute("aria-describedby", mark.id);
    }
    told.set(control, mark);
    // No bubble, so the browser leads nowhere.
    const first = [...(control.form?.elements ?? [])].find(
        (one) => "validity" in one && !(one as Control).validity.valid,
    );
    if (!first || first === control) control.focus();
}

/// Of every form of the page.
export function tellInvalid(page: Document): void {
    page.addEventListener("invalid", tell, true);
    for (const kind of ["input", "change"]) {
        page.addEventListener(kind, ({ target }) => forget(target as Control), true);
    }
}
