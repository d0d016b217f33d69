/** One value as what is read piece by piece. */
export async function* once<T>(value: T): AsyncGenerator<T> {
  yield value
}
