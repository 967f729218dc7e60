/** Finds those rejected lately among all that there ever were: they are counted whenever an order changes. */
export const rejectedOrders = `
  CREATE INDEX orders_rejected ON orders (since) WHERE state = 'rejected';
`;
