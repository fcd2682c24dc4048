/** What is derived of a list, once for each list: a request's own, or one of facts that all requests share. */
export function onceOf<List extends object, Derived>(derive: (list: List) => Derived): (list: List) => Derived {
  const known = new WeakMap<List, Derived>();
  return (list) => {
    let derived = known.get(list);
    if (derived === undefined) known.set(list, (derived = derive(list)));
    return derived;
  };
}
