import { createContext } from 'react';

/** Whether the customer who is open has shown with their PIN that they are at the counter. */
export const CustomerPresent = createContext(false);
