// What people are called in a list. Who shares a name with another is told apart by the year of
// birth, or by the number in the book.

export interface Named {
    id: string;
    number: number; // in the order of admission
    name: string; // empty: not to be shown
    birth_year?: number | undefined;
}
interface Says {
    nameless(number: number): string;
    member_number(number: number): string;
}

function called(one: Named, namesakes: Named[], says: Says): string {
    if (!one.name) return says.nameless(one.number);
    if (namesakes.length < 2) return one.name;
    const year = one.birth_year;
    const alone = namesakes.filter((other) => other.birth_year === year).length === 1;
    return `${one.name} (${year && alone ? year : says.member_number(one.number).toLowerCase()})`;
}

/// By id.
export function namesOf(people: Named[], says: Says): Map<string, string> {
    const bearers = new Map<string, Named[]>();
    for (const one of people) bearers.set(one.name, [...(bearers.get(one.name) ?? []), one]);
    return new Map(people.map((one) => [one.id, called(one, bearers.get(one.name)!, says)]));
}
