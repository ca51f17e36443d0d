using Latent.Bundles;
using Latent.Molecules;
using Latent.Sequences;
using Latent.Training.Data;

namespace Latent.Training.Evaluation;

/// <summary>Measures what a model of molecules reads, writes again, and writes anew (Polykovskiy et al. 2020, MOSES).</summary>
/// <param name="bundle">The bundle of a sequence model of SMILES strings.</param>
internal sealed class MoleculeEvaluator(Bundle bundle)
{
    private const int MoleculesAtOnce = 256;

    /// <summary>How well molecules are found again from the means of their codes.</summary>
    /// <param name="generator">The model.</param>
    /// <param name="molecules">SMILES strings that it was not trained on.</param>
    public ReconstructionFigures Reconstruct(MoleculeGenerator generator, IReadOnlyList<string> molecules)
    {
        var known = molecules.Where(smiles => IsKnown(generator, smiles)).ToArray();
        if (known.Length == 0)
            throw new DataException("No molecule fits the model.", "the test molecules", "at least one of known tokens that is short enough", "none", "Use data of the kind that the model was trained on.");
        using var accuracy = new TokenAccuracy(bundle);
        var (strings, same) = (0, 0);
        foreach (var part in known.Chunk(MoleculesAtOnce))
        {
            var codes = generator.Encode(part);
            accuracy.Add(part, codes);
            var written = generator.Decode(codes, new GenerationOptions { Temperature = 0, IsGuided = false });
            strings += part.Zip(written).Count(pair => pair.First == pair.Second.Smiles);
            same += part.Zip(written).Count(pair => pair.Second.Molecule?.Key == SmilesReader.Read(pair.First).Key);
        }
        return new(known.Length, molecules.Count - known.Length, accuracy.Value, (double)strings / known.Length, (double)same / known.Length);
    }

    /// <summary>How good strings of prior draws are.</summary>
    /// <param name="written">The strings.</param>
    /// <param name="trained">Keys of the molecules that the model was trained on.</param>
    public static PriorFigures Judge(IReadOnlyList<GeneratedMolecule> written, IReadOnlySet<string> trained)
    {
        var keys = written.Where(molecule => molecule.IsValid).Select(molecule => molecule.Molecule!.Key).ToArray();
        var unique = keys.Distinct().ToArray();
        return new(
            written.Count,
            (double)keys.Length / written.Count,
            keys.Length == 0 ? 0 : (double)unique.Length / keys.Length,
            unique.Length == 0 ? 0 : (double)unique.Count(key => !trained.Contains(key)) / unique.Length);
    }

    /// <summary>The strings of rows of SMILES tokens.</summary>
    /// <param name="rows">The rows.</param>
    /// <exception cref="DataException">The rows are no SMILES tokens.</exception>
    public static string[] StringsOf(Dataset rows)
    {
        if (rows.Vocabulary is not { } vocabulary || vocabulary.Tokenizer != SmilesTokenizer.TokenizerName)
            throw new DataException("The rows are not molecules.", $"data set \"{rows.Name}\"", "SMILES strings", "rows of another kind", "Use zinc250k, nci or a .smi file.");
        return [.. Enumerable.Range(0, rows.Count).Select(row => StringOf(rows.Row(row), vocabulary))];
    }

    private static string StringOf(ReadOnlySpan<float> row, TokenVocabulary vocabulary)
    {
        var text = new System.Text.StringBuilder();
        foreach (var number in row)
        {
            if (number >= TokenVocabulary.Special.Count)
                text.Append(vocabulary.Tokens[(int)number]);
        }
        return text.ToString();
    }

    private bool IsKnown(MoleculeGenerator generator, string smiles)
    {
        var tokens = SmilesTokenizer.Tokenize(smiles);
        return tokens.Count < bundle.Manifest.Input.Shape[0]
            && tokens.All(token => generator.Vocabulary.IndexOf(token.Text) != TokenVocabulary.Unknown)
            && SmilesReader.Check(smiles).IsValid;
    }
}
