/** The words of the freshness timeline and of the two numbers that decide. */

export const time = { time: {} };
