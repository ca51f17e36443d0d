using Latent.Molecules;

namespace Latent.Integration.Tests;

/// <summary>The example of docs/applications.md, which contains the body of Run.</summary>
internal static class MoleculesExample
{
    public static void Run()
    {
        using var generator = MoleculeGenerator.Load("models/zinc-vae");

        foreach (var molecule in generator.Sample(count: 3, seed: 42))        // new ones, the same on every run
            Console.WriteLine($"{molecule.Smiles}: {molecule.Molecule!.HeavyAtoms} atoms, {molecule.Molecule.Rings} rings");

        foreach (var molecule in generator.Near("CC(=O)Oc1ccccc1C(=O)O", count: 3, seed: 42, distance: 0.3))
            Console.WriteLine(molecule);

        foreach (var molecule in generator.Towards(MoleculeTarget.Parse("rings=3"), count: 3, seed: 42))
            Console.WriteLine($"{molecule}: {molecule.Molecule!.Rings} rings");

        Console.WriteLine(SmilesReader.Check("C1CC"));                        // character 2: ring bond 1 is never closed
    }
}
