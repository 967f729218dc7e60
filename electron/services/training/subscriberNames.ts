/** First and family names usual in Côte d’Ivoire, combined by lot: the people are invented. */
import type { SeededRandom } from './seededRandom';

// prettier-ignore
const firstNames = [
  'Abdoulaye', 'Adama', 'Adjoua', 'Affoué', 'Ahou', 'Akissi', 'Amenan', 'Aminata', 'Amoin', 'Ange',
  'Armand', 'Arsène', 'Assita', 'Awa', 'Aya', 'Bakary', 'Bintou', 'Brice', 'Carine', 'Christelle',
  'Désiré', 'Djénéba', 'Drissa', 'Edwige', 'Estelle', 'Fanta', 'Fatoumata', 'Ferdinand', 'Florent',
  'Franck', 'Ghislaine', 'Habiba', 'Hervé', 'Ibrahim', 'Inès', 'Issouf', 'Jean-Marc', 'Josiane', 'Kadidia',
  'Karim', 'Kouadio', 'Kouakou', 'Kouamé', 'Landry', 'Lassina', 'Mariam', 'Marie-Laure', 'Massandjé',
  'Moussa', 'Nadège', 'Natogoma', 'Olivier', 'Pélagie', 'Rokia', 'Rosine', 'Salimata', 'Serge',
  'Souleymane', 'Sylvain', 'Yao', 'Zana',
] as const;

// prettier-ignore
const familyNames = [
  'ADOU', 'AHOURÉ', 'AKA', 'ALLA', 'AMANI', 'ANOH', 'ASSAMOI', 'BAMBA', 'BEUGRÉ', 'BLÉ', 'BROU', 'CISSÉ',
  'COULIBALY', 'DAGO', 'DEMBÉLÉ', 'DIABATÉ', 'DIARRA', 'DIOMANDÉ', 'DJÉDJÉ', 'DOUMBIA', 'EHUI', 'FOFANA',
  'GNAHORÉ', 'KACOU', 'KAMAGATÉ', 'KARAMOKO', 'KEÏTA', 'KIPRÉ', 'KOFFI', 'KONAN', 'KONATÉ', 'KONÉ',
  'KOUADIO', 'KOUAKOU', 'KOUAMÉ', 'KOUASSI', 'LOBA', 'LOUKOU', 'MÉITÉ', 'N’DRI', 'N’GORAN', 'N’GUESSAN',
  'OUATTARA', 'SANOGO', 'SÉKA', 'SILUÉ', 'SORO', 'TANOH', 'TOURÉ', 'TRAORÉ', 'YAO', 'YÉO', 'ZADI',
] as const;

export function inventName(random: SeededRandom): string {
  const first = random.pick(firstNames);
  return `${first} ${random.pick(familyNames)}`;
}
