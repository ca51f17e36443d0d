using Latent.Bundles;
using Latent.Data;
using Latent.Files;
using Latent.Molecules;
using Latent.Sequences;
using Latent.Training.Evaluation;
using Latent.Training.Sequences;

namespace Latent.Training.Molecules;

/// <summary>Evaluates reconstruction and generation of a molecule model (Polykovskiy et al. 2020, MOSES).</summary>
/// <param name="bundle">The bundle of a sequence model of SMILES strings.</param>
public sealed class MoleculeEvaluator(Bundle bundle)
{
    private const int MoleculesAtOnce = 256;

    /// <summary>Measures how well molecules are reconstructed from the means of their codes.</summary>
    /// <param name="generator">The model.</param>
    /// <param name="molecules">SMILES strings that it was not trained on.</param>
    public ReconstructionFigures Reconstruct(MoleculeGenerator generator, IReadOnlyList<string> molecules)
    {
        var known = molecules.Where(smiles => IsKnown(generator, smiles)).ToArray();
        if (known.Length == 0)
        {
            throw new DataException(
                "No molecule fits the model.",
                "the test molecules",
                "at least one molecule of known tokens within the maximum length",
                "none",
                "Use data of the kind that the model was trained on.");
        }

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
        return new(
            known.Length,
            molecules.Count - known.Length,
            accuracy.Value,
            (double)strings / known.Length,
            (double)same / known.Length);
    }

    /// <summary>Measures the quality of strings sampled from the prior.</summary>
    /// <param name="written">The strings.</param>
    /// <param name="trained">The keys of the training molecules.</param>
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

    /// <summary>Joins rows of SMILES tokens to strings.</summary>
    /// <param name="rows">The rows.</param>
    /// <exception cref="DataException">The rows are not SMILES tokens.</exception>
    public static string[] StringsOf(Dataset rows)
    {
        if (rows.Vocabulary is not { } vocabulary || vocabulary.Tokenizer != SmilesTokenizer.TokenizerName)
            throw new DataException(
                "The rows are not molecules.",
                $"data set \"{rows.Name}\"",
                "SMILES strings",
                "rows of another kind",
                "Use zinc250k, nci or a .smi file.");
        return [.. Enumerable.Range(0, rows.Count).Select(row => StringOf(rows.Row(row), vocabulary))];
    }

    private static string StringOf(ReadOnlySpan<float> row, TokenVocabulary vocabulary)
    {
        var text = new System.Text.StringBuilder();
        foreach (var token in row)
        {
            if (token >= TokenVocabulary.Special.Count)
                text.Append(vocabulary.Tokens[(int)token]);
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
