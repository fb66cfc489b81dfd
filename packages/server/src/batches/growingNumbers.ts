/** Whole numbers by index, as many as are needed, in a typed array: four bytes each. What was not set is -1. */
export interface GrowingNumbers {
  get(index: number): number;
  set(index: number, value: number): void;
}

export function growingNumbers(capacity = 1_024): GrowingNumbers {
  let numbers = new Int32Array(capacity).fill(-1);
  return {
    get: (index) => numbers[index] ?? -1,
    set(index, value) {
      if (index >= numbers.length) {
        const larger = new Int32Array(Math.max(index + 1, numbers.length * 2)).fill(-1);
        larger.set(numbers);
        numbers = larger;
      }
      numbers[index] = value;
    },
  };
}
