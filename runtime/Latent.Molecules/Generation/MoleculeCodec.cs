using Latent.Bundles;
using Latent.Runtime;
using Latent.Sequences;

namespace Latent.Molecules;

/// <summary>The graphs of a sequence model of SMILES strings: strings to codes, and codes to strings.</summary>
internal sealed class MoleculeCodec : IDisposable
{
    private const int RowsAtOnce = 64;

    private readonly GraphSession encode;
    private readonly StepGraph step;
    private readonly SequenceDecoder decoder;
    private readonly SmilesRule rule;
    private readonly int length;

    private MoleculeCodec(Bundle bundle, TokenVocabulary vocabulary, GraphSession encode, StepGraph step)
    {
        (Bundle, Vocabulary, this.encode, this.step) = (bundle, vocabulary, encode, step);
        length = (int)bundle.Manifest.Input.Shape[0];
        decoder = new SequenceDecoder(step, length);
        rule = new SmilesRule(vocabulary);
    }

    public Bundle Bundle { get; }

    public TokenVocabulary Vocabulary { get; }

    public int LatentSize => step.LatentSize;

    public static MoleculeCodec Load(string path, RuntimeOptions? options)
    {
        options = RuntimeOptions.Checked(options);
        var bundle = Bundle.Open(path, options.VerifyHashes);
        var manifest = bundle.Manifest;
        if (manifest.Vocabulary is not { } file || !manifest.Graphs.TryGetValue("encode", out var encode) || !manifest.Graphs.TryGetValue("step", out var step))
            throw NoMolecules(bundle, $"family '{manifest.Family}' with graphs {string.Join(", ", manifest.Graphs.Keys)}");
        var vocabulary = TokenVocabulary.Read(bundle.GetPath(file));
        if (vocabulary.Tokenizer != SmilesTokenizer.TokenizerName)
            throw NoMolecules(bundle, $"a vocabulary of {vocabulary.Tokenizer}");
        var encoder = new GraphSession(bundle.GetPath(encode), options);
        try
        {
            return new(bundle, vocabulary, encoder, new StepGraph(bundle.GetPath(step), step.Inputs, step.Outputs, options));
        }
        catch
        {
            encoder.Dispose();
            throw;
        }
    }

    public float[] Encode(IReadOnlyList<string> smiles, string operation)
    {
        ArgumentNullException.ThrowIfNull(smiles);
        if (smiles.Count == 0)
            throw new InputException("There is no molecule.", operation, nameof(smiles), "one SMILES string or more", "none", "do not call with an empty list.");
        var rows = smiles.SelectMany(text => RowOf(text, operation)).ToArray();
        var codes = new List<float>(smiles.Count * LatentSize);
        for (var start = 0; start < smiles.Count; start += RowsAtOnce)
        {
            var count = Math.Min(RowsAtOnce, smiles.Count - start);
            var part = rows.AsSpan(start * length, count * length).ToArray();
            codes.AddRange(encode.Run(NamedTensor.Create(encode.InputNames[0], part, count, length))["mean"].Floats!);
        }
        return [.. codes];
    }

    public float[] Prior(int count, long seed)
    {
        var codes = new float[count * LatentSize];
        new PhiloxStream(seed, RandomStreams.Prior).FillGaussian(0, codes);
        return codes;
    }

    public float[] Around(float[] centre, int count, double distance, long seed)
    {
        var codes = Prior(count, seed);
        for (var i = 0; i < codes.Length; i++)
            codes[i] = centre[i % LatentSize] + ((float)distance * codes[i]);
        return codes;
    }

    public GeneratedMolecule[] Decode(float[] codes, GenerationOptions options, long seed)
    {
        var decoding = new DecodingOptions { Temperature = options.Temperature, Rule = options.IsGuided ? rule : null };
        var written = Write(codes, decoding, seed);
        for (var attempt = 1; attempt <= options.Retries && options is { IsGuided: true, Temperature: > 0 }; attempt++)
        {
            int[] failed = [.. Enumerable.Range(0, written.Length).Where(row => !written[row].IsValid)];
            if (failed.Length == 0)
                break;
            var again = Write(StepGraph.Rows(codes, LatentSize, failed), decoding, seed + attempt);
            for (var i = 0; i < failed.Length; i++)
                written[failed[i]] = again[i];
        }
        return written;
    }

    public void Dispose()
    {
        encode.Dispose();
        step.Dispose();
    }

    private GeneratedMolecule[] Write(float[] codes, DecodingOptions options, long seed) =>
        [.. decoder.Decode(codes, options, seed).Select(sequence => GeneratedMolecule.Parse(string.Concat(sequence.Select(token => Vocabulary.Tokens[token]))))];

    private float[] RowOf(string smiles, string operation)
    {
        if (!SmilesReader.TryRead(smiles, out _, out var verdict))
            throw new SmilesException(smiles, verdict, operation, nameof(smiles));
        var tokens = SmilesTokenizer.Tokenize(smiles);
        if (tokens.Count >= length)
            throw new InputException("The molecule is too long for the model.", operation, nameof(smiles), $"at most {length - 1} tokens", $"{tokens.Count} tokens", "choose a smaller molecule, or train with a larger options.length.");

        var row = new float[length];
        for (var i = 0; i < tokens.Count; i++)
            row[i] = NumberOf(tokens[i], operation);
        row[tokens.Count] = TokenVocabulary.End;
        return row;
    }

    private int NumberOf(SmilesToken token, string operation) => Vocabulary.IndexOf(token.Text) is var number && number != TokenVocabulary.Unknown
        ? number
        : throw new InputException(
            "The model does not know a token of the molecule.", operation, "smiles", $"tokens of its vocabulary, such as {string.Join(" ", Vocabulary.Tokens.Skip(TokenVocabulary.Special.Count).Take(10))}",
            $"'{token.Text}' at character {token.Position + 1}", "choose a molecule of other atoms, or train on molecules that have this token.");

    private static BundleException NoMolecules(Bundle bundle, string received) => new(
        "The bundle does not write molecules.", Path.Combine(bundle.Folder, "bundle.json"), "a sequence model whose vocabulary is of SMILES tokens", received, "use a bundle such as models/zinc-vae.");
}
