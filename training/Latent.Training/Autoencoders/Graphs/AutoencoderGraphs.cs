using Latent.Bundles;
using Latent.Onnx;
using Latent.Training.Autoencoders.Scores;
using Latent.Training.Export;

namespace Latent.Training.Autoencoders.Graphs;

/// <summary>Builds the graphs of an autoencoder: encode, decode, reconstruct and score.</summary>
/// <param name="model">The trained model.</param>
/// <param name="score">The anomaly score of the score graph.</param>
/// <param name="options">Operator set and metadata.</param>
internal sealed class AutoencoderGraphs(AutoencoderModel model, AnomalyScore score, ExportOptions options)
{
    private readonly GraphFactory factory = new(options);
    private readonly Role input = new("x", TensorRole.Input, model.InputSize);
    private readonly Role code = new("code", TensorRole.Code, model.LatentSize);
    private readonly Role reconstruction = new("reconstruction", TensorRole.Reconstruction, model.InputSize);

    /// <summary>Builds all graphs of the model's family.</summary>
    public IReadOnlyList<GraphSpec> Build() => [Encode(), Decode(), Reconstruct(), Score()];

    private GraphSpec Encode() => model.IsVariational
        ? Graph(
            new EncodeGaussian(model),
            "encode",
            input,
            new Role("mean", TensorRole.Mean, model.LatentSize),
            new Role("log_variance", TensorRole.LogVariance, model.LatentSize))
        : Graph(new EncodeCode(model), "encode", input, code);

    private GraphSpec Decode() => Graph(new DecodeCode(model), "decode", code, reconstruction);

    private GraphSpec Reconstruct() => Graph(new ReconstructRows(model), "reconstruct", input, reconstruction);

    private GraphSpec Score() => Graph(
        new ScoreRows(model, score),
        "score",
        input,
        new Role("score", TensorRole.Score, null),
        new Role("errors", TensorRole.Errors, model.InputSize));

    private GraphSpec Graph<TComputation>(TComputation computation, string role, Role input, params Role[] outputs)
        where TComputation : IGraphComputation =>
        factory.Create(role, computation, [input.Entry], [.. outputs.Select(output => output.Entry)]);

    private sealed record Role(string Name, string Meaning, long? Size)
    {
        public TensorEntry Entry => new() { Name = Name, Role = Meaning, Shape = Size is { } size ? ["batch", size] : ["batch"] };
    }

    private sealed record EncodeGaussian(AutoencoderModel Model) : IGraphComputation
    {
        public V[] Run<V>(IReadOnlyList<V> inputs)
            where V : struct, IValue<V> =>
            Model.Encode(Model.Normalizer.Normalize(inputs[0])) is { LogVariance: { } logVariance } posterior
                ? [posterior.Mean, logVariance]
                : throw new InvalidOperationException(
                    $"{Model.GetType().Name} is marked as variational, but its encoder returns no variance.");
    }

    private sealed record EncodeCode(AutoencoderModel Model) : IGraphComputation
    {
        public V[] Run<V>(IReadOnlyList<V> inputs)
            where V : struct, IValue<V> =>
            [Model.Encode(Model.Normalizer.Normalize(inputs[0])).Mean];
    }

    private sealed record DecodeCode(AutoencoderModel Model) : IGraphComputation
    {
        public V[] Run<V>(IReadOnlyList<V> inputs)
            where V : struct, IValue<V> =>
            [Model.Normalizer.Denormalize(Model.Decode(inputs[0]))];
    }

    private sealed record ReconstructRows(AutoencoderModel Model) : IGraphComputation
    {
        public V[] Run<V>(IReadOnlyList<V> inputs)
            where V : struct, IValue<V> =>
            [Model.Reconstruct(inputs[0])];
    }

    private sealed record ScoreRows(AutoencoderModel Model, AnomalyScore Score) : IGraphComputation
    {
        public V[] Run<V>(IReadOnlyList<V> inputs)
            where V : struct, IValue<V>
        {
            var (scores, errors) = Score.OfRows(Model, inputs[0]);
            return [scores, errors];
        }
    }
}
