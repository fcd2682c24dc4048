import { Field, ID, InterfaceType } from 'type-graphql';
import { Public } from '../access/public';
import { ListSize } from '../cost/list-size';
import { EducationProvision } from './education-provision';
import { ResidentialHomes } from './residential-homes';

@InterfaceType({ description: 'A partnership whose document counts the provision for children in its area.' })
export abstract class DeclaresProvision {
  @Field(() => ID, { description: 'Id of the partnership.' })
  @Public()
  id!: string;

  @Field(() => [EducationProvision], {
    nullable: true,
    description: 'Education providers by kind and local authority, in the order of the document.',
  })
  @ListSize(24)
  @Public()
  educationProvision!: EducationProvision[] | null;

  @Field(() => [ResidentialHomes], {
    nullable: true,
    description: 'Residential homes for children by local authority, in the order of the document.',
  })
  @ListSize(6)
  @Public()
  residentialHomes!: ResidentialHomes[] | null;
}
