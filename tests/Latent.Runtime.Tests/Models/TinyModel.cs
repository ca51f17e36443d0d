using System.Runtime.InteropServices;
using System.Text.Json;
using Latent.Bundles;

namespace Latent.Runtime.Tests.Models;

/// <summary>
/// A model of two linear layers, written as a bundle, with a reference implementation in plain C#:
/// code = x E + e, reconstruction = sigmoid(code D + d), score = mean of squared errors.
/// </summary>
public sealed class TinyModel
{
    private const int Alignment = 64;

    private readonly List<Weight> weights = [];
    private readonly Weight encoder;
    private readonly Weight encoderBias;
    private readonly Weight spread;
    private readonly Weight decoder;
    private readonly Weight decoderBias;

    public TinyModel(int inputSize = 6, int latentSize = 2, bool variational = false)
    {
        (InputSize, LatentSize, Variational) = (inputSize, latentSize, variational);
        var random = new Random(1);
        encoder = Add(random, "encoder.weight", inputSize, latentSize);
        encoderBias = Add(random, "encoder.bias", latentSize);
        spread = Add(random, "spread.weight", inputSize, latentSize);
        decoder = Add(random, "decoder.weight", latentSize, inputSize);
        decoderBias = Add(random, "decoder.bias", inputSize);
    }

    public int InputSize { get; }

    public int LatentSize { get; }

    public bool Variational { get; }

    /// <summary>The items that the values of a row rate; null unless the model is a recommender.</summary>
    public ItemVocabulary? Items { get; init; }

    private string CodeName => Variational ? "mean" : "code";

    public float[] Rows(int count, int seed = 3)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count * InputSize).Select(_ => random.NextSingle())];
    }

    public float[] Encode(float[] rows) => Linear(rows, encoder, encoderBias.Values);

    public float[] LogVariance(float[] rows) => Linear(rows, spread, new float[LatentSize]);

    public float[] Decode(float[] codes) => [.. Linear(codes, decoder, decoderBias.Values).Select(value => 1 / (1 + MathF.Exp(-value)))];

    public float[] Errors(float[] rows) => [.. rows.Zip(Decode(Encode(rows)), (x, y) => (x - y) * (x - y))];

    public float[] Scores(float[] rows) => [.. Errors(rows).Chunk(InputSize).Select(errors => errors.Average())];

    public Bundle Write(string folder, Func<BundleManifest, BundleManifest>? change = null, bool golden = true)
    {
        using var writer = BundleWriter.Create(folder);
        WriteWeights(writer.GetPath("weights.bin"));
        EncodeGraph().Save(writer.GetPath("encode.onnx"));
        DecodeGraph().Save(writer.GetPath("decode.onnx"));
        ReconstructGraph().Save(writer.GetPath("reconstruct.onnx"));
        ScoreGraph().Save(writer.GetPath("score.onnx"));
        Items?.Write(writer.GetPath(ItemVocabulary.FileName));
        if (golden)
            WriteGolden(writer);
        return writer.Commit((change ?? (manifest => manifest))(Manifest()));
    }

    private BundleManifest Manifest() => new()
    {
        Name = "tiny",
        Family = Variational ? "variational" : "dense",
        Options = JsonDocument.Parse("{}").RootElement,
        Graphs = new Dictionary<string, GraphEntry>
        {
            ["encode"] = Entry("encode", Row("x", TensorRole.Input, InputSize), Variational
                ? [Row("mean", TensorRole.Mean, LatentSize), Row("log_variance", TensorRole.LogVariance, LatentSize)]
                : [Row("code", TensorRole.Code, LatentSize)]),
            ["decode"] = Entry(
                "decode",
                Row("code", TensorRole.Code, LatentSize),
                [Row("reconstruction", TensorRole.Reconstruction, InputSize)]),
            ["reconstruct"] = Entry(
                "reconstruct",
                Row("x", TensorRole.Input, InputSize),
                [Row("reconstruction", TensorRole.Reconstruction, InputSize)]),
            ["score"] = Entry("score", Row("x", TensorRole.Input, InputSize),
                [new() { Name = "score", Role = TensorRole.Score, Shape = ["batch"] }, Row("errors", TensorRole.Errors, InputSize)]),
        },
        Weights = new() { File = "weights.bin" },
        Vocabulary = Items is null ? null : new() { File = ItemVocabulary.FileName },
        Latent = new() { Size = LatentSize, Prior = Variational ? LatentSpec.StandardNormal : null },
        Input = new() { Shape = [InputSize], Range = [0, 1] },
        Calibration = new()
        {
            ScoreKind = "mean_squared_error",
            Thresholds = new Dictionary<string, double> { ["0.90"] = 0.1, ["0.99"] = 0.125 },
            Mean = 0.05,
            Deviation = 0.01,
            SampleCount = 100,
        },
        Parity = new() { Tolerance = 1e-5, MaxDifference = 0, BatchSizes = [1] },
        Producer = new() { Name = "tests", Version = "1" },
    };

    private static GraphEntry Entry(string role, TensorEntry input, IReadOnlyList<TensorEntry> outputs) =>
        new() { File = $"{role}.onnx", Inputs = [input], Outputs = outputs };

    private static TensorEntry Row(string name, string role, int size) => new() { Name = name, Role = role, Shape = ["batch", size] };

    private OnnxFile EncodeGraph()
    {
        var graph = AddEncoder(new OnnxFile("encode").Input("x", OnnxFile.Float, "batch", InputSize)).Output(
            CodeName,
            OnnxFile.Float,
            "batch",
            LatentSize);
        return Variational
            ? graph.Weights(spread).Node("MatMul", "log_variance", "x", "spread.weight")
                .Output("log_variance", OnnxFile.Float, "batch", LatentSize)
            : graph;
    }

    private OnnxFile DecodeGraph() => AddDecoder(
        new OnnxFile("decode").Input("code", OnnxFile
            .Float, "batch", LatentSize), "code").Output("reconstruction", OnnxFile.Float, "batch", InputSize);

    private OnnxFile ReconstructGraph() => AddDecoder(
        AddEncoder(new OnnxFile("reconstruct").Input("x", OnnxFile
            .Float, "batch", InputSize)), CodeName).Output("reconstruction", OnnxFile.Float, "batch", InputSize);

    private OnnxFile ScoreGraph() => AddDecoder(AddEncoder(new OnnxFile("score").Input("x", OnnxFile.Float, "batch", InputSize)), CodeName)
        .Node("Sub", "difference", "x", "reconstruction")
        .Node("Mul", "errors", "difference", "difference")
        .ReduceMean("score", "errors")
        .Output("score", OnnxFile.Float, "batch")
        .Output("errors", OnnxFile.Float, "batch", InputSize);

    private OnnxFile AddEncoder(OnnxFile graph) => graph.Weights(encoder).Weights(encoderBias)
        .Node("MatMul", "encoded", "x", "encoder.weight").Node("Add", CodeName, "encoded", "encoder.bias");

    private OnnxFile AddDecoder(OnnxFile graph, string code) => graph.Weights(decoder).Weights(decoderBias)
        .Node("MatMul", "decoded", code, "decoder.weight").Node("Add", "logits", "decoded", "decoder.bias").Node(
            "Sigmoid",
            "reconstruction",
            "logits");

    private void WriteGolden(BundleWriter writer)
    {
        var rows = Rows(3);
        var (x, code) = (NamedTensor.Create("x", rows, 3, InputSize), NamedTensor.Create(CodeName, Encode(rows), 3, LatentSize));
        var reconstruction = NamedTensor.Create("reconstruction", Decode(Encode(rows)), 3, InputSize);
        writer.AddGolden(
            "encode",
            [x],
            Variational ? [code, NamedTensor.Create("log_variance", LogVariance(rows), 3, LatentSize)] : [code]);
        writer.AddGolden("decode", [NamedTensor.Create("code", code.Floats!, 3, LatentSize)], [reconstruction]);
        writer.AddGolden("reconstruct", [x], [reconstruction]);
        writer.AddGolden(
            "score",
            [x],
            [NamedTensor.Create("score", Scores(rows), 3), NamedTensor.Create("errors", Errors(rows), 3, InputSize)]);
    }

    private Weight Add(Random random, string name, params long[] shape)
    {
        var offset = weights.Count == 0 ? 0 : weights[^1].Offset + weights[^1].Values.Length * sizeof(float);
        var count = (int)shape.Aggregate((product, size) => product * size);
        var values = Enumerable.Range(0, count).Select(_ => random.NextSingle() - 0.5f).ToArray();
        weights.Add(new(name, shape, values, (offset + Alignment - 1) / Alignment * Alignment));
        return weights[^1];
    }

    private void WriteWeights(string path)
    {
        using var file = File.Create(path);
        foreach (var weight in weights)
        {
            file.Position = weight.Offset;
            file.Write(MemoryMarshal.AsBytes(weight.Values.AsSpan()));
        }
    }

    private static float[] Linear(float[] rows, Weight weight, float[] bias)
    {
        var (inputs, outputs) = ((int)weight.Shape[0], (int)weight.Shape[1]);
        var result = new float[rows.Length / inputs * outputs];
        for (var i = 0; i < result.Length; i++)
        {
            double sum = bias[i % outputs];
            for (var k = 0; k < inputs; k++)
                sum += (double)rows[i / outputs * inputs + k] * weight.Values[k * outputs + i % outputs];
            result[i] = (float)sum;
        }
        return result;
    }
}
