import { Coins, Globe, Phone, type LucideIcon } from 'lucide-react';
import type { CategoryCode } from '../../../shared/domain/bonusCatalogue';

export const categoryIcons: Readonly<Record<CategoryCode, LucideIcon>> = {
  credit: Coins,
  minutes: Phone,
  internet: Globe,
};
