using Latent.Bundles;
using Latent.Runtime;
using Latent.Sequences;

namespace Latent.Molecules;

/// <summary>Encodes and decodes SMILES strings with the graphs of a sequence model.</summary>
internal sealed class MoleculeCodec : IDisposable
{
    private const int BatchSize = 64;

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
        if (manifest.Vocabulary is not { } file || !manifest.Graphs.TryGetValue("encode", out var encode)
            || !manifest.Graphs.TryGetValue("step", out var step))
            throw NotMolecules(bundle, $"family '{manifest.Family}' with graphs {string.Join(", ", manifest.Graphs.Keys)}");
        var vocabulary = TokenVocabulary.Read(bundle.GetPath(file));
        if (vocabulary.Tokenizer != SmilesTokenizer.TokenizerName)
            throw NotMolecules(bundle, $"a vocabulary of {vocabulary.Tokenizer}");
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
            throw new InputException(
                "There are no molecules.", operation, nameof(smiles), "one or more SMILES strings", "none",
                "do not call with an empty list.");
        var rows = smiles.SelectMany(text => RowOf(text, operation)).ToArray();
        var codes = new List<float>(smiles.Count * LatentSize);
        for (var start = 0; start < smiles.Count; start += BatchSize)
        {
            var count = Math.Min(BatchSize, smiles.Count - start);
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
        [.. decoder.Decode(codes, options, seed)
            .Select(sequence => GeneratedMolecule.Parse(string.Concat(sequence.Select(token => Vocabulary.Tokens[token]))))];

    private float[] RowOf(string smiles, string operation)
    {
        if (!SmilesReader.TryRead(smiles, out _, out var verdict))
            throw new SmilesException(smiles, verdict, operation, nameof(smiles));
        var tokens = SmilesTokenizer.Tokenize(smiles);
        if (tokens.Count >= length)
            throw new InputException(
                "The molecule is too long for the model.", operation, nameof(smiles), $"at most {length - 1} tokens",
                $"{tokens.Count} tokens", "choose a smaller molecule, or train with a larger options.length.");

        var row = new float[length];
        for (var i = 0; i < tokens.Count; i++)
            row[i] = IndexOf(tokens[i], operation);
        row[tokens.Count] = TokenVocabulary.End;
        return row;
    }

    private int IndexOf(SmilesToken token, string operation) =>
        Vocabulary.IndexOf(token.Text) is var index && index != TokenVocabulary.Unknown
            ? index
            : throw new InputException(
                "The molecule has a token outside the model's vocabulary.", operation, "smiles",
                $"tokens of its vocabulary, such as {string.Join(" ", Vocabulary.Tokens.Skip(TokenVocabulary.Special.Count).Take(10))}",
                $"'{token.Text}' at character {token.Position + 1}",
                "choose a molecule without this token, or train on molecules that have it.");

    private static BundleException NotMolecules(Bundle bundle, string received) => new(
        "The bundle is not a molecule model.", Path.Combine(bundle.Folder, "bundle.json"),
        "a sequence model with a vocabulary of SMILES tokens", received, "use a bundle such as models/zinc-vae.");
}
