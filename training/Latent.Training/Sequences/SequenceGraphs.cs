using Latent.Bundles;
using Latent.Onnx;
using Latent.Training.Export;

namespace Latent.Training.Sequences;

/// <summary>
/// Builds the graphs of a sequence model: encode, step (one decoder step), likelihood (of rows given codes) and score.
/// </summary>
/// <param name="model">The trained model.</param>
/// <param name="options">Operator set and metadata.</param>
internal sealed class SequenceGraphs(SequenceModel model, ExportOptions options)
{
    private readonly GraphFactory factory = new(options);
    private readonly TensorEntry rows = Entry("x", TensorRole.Input, model.Length);
    private readonly TensorEntry codes = Entry("code", TensorRole.Code, model.LatentSize);
    private readonly TensorEntry errors = Entry("errors", TensorRole.Errors, model.Length);

    /// <summary>Builds all graphs of the family.</summary>
    public IReadOnlyList<GraphSpec> Build() => [Encode(), Step(), Likelihood(), Score()];

    private GraphSpec Encode() => factory.Create(
        "encode", new EncodeRows(model), [rows], Entry("mean", TensorRole.Mean, model
            .LatentSize), Entry("log_variance", TensorRole.LogVariance, model.LatentSize));

    private GraphSpec Step() => factory.Create(
        "step",
        new DecodeStep(model),
        [Entry("token", TensorRole.Token), codes, .. States("")],
        [Entry("log_probabilities", TensorRole.LogProbabilities, model.Vocabulary), .. States("next_")]);

    private GraphSpec Likelihood() => factory.Create("likelihood", new RowErrors(model), [rows, codes], errors);

    private GraphSpec Score() => factory.Create("score", new ScoreRows(model), [rows], Entry("score", TensorRole.Score), errors);

    private IEnumerable<TensorEntry> States(string prefix) =>
        model.Decoder.StateNames.Select(name => Entry(prefix + name, TensorRole.State, model.Decoder.Layers, model.Decoder.Size));

    private static TensorEntry Entry(string name, string role, params long[] sizes) =>
        new() { Name = name, Role = role, Shape = ["batch", .. sizes.Select(size => (Dimension)size)] };

    private sealed record EncodeRows(SequenceModel Model) : IGraphComputation
    {
        public V[] Run<V>(IReadOnlyList<V> inputs)
            where V : struct, IValue<V>
        {
            var posterior = Model.Encode(inputs[0]);
            return [posterior.Mean, posterior.LogVariance!.Value];
        }
    }

    private sealed record DecodeStep(SequenceModel Model) : IGraphComputation
    {
        public V[] Run<V>(IReadOnlyList<V> inputs)
            where V : struct, IValue<V>
        {
            var (logProbabilities, states) = Model.Step(inputs[0], inputs[1], [.. inputs.Skip(2)]);
            return [logProbabilities, .. states];
        }
    }

    private sealed record RowErrors(SequenceModel Model) : IGraphComputation
    {
        public V[] Run<V>(IReadOnlyList<V> inputs)
            where V : struct, IValue<V> =>
            [Model.Errors(inputs[0], inputs[1])];
    }

    private sealed record ScoreRows(SequenceModel Model) : IGraphComputation
    {
        public V[] Run<V>(IReadOnlyList<V> inputs)
            where V : struct, IValue<V>
        {
            var (scores, errors) = Model.Score(inputs[0]);
            return [scores, errors];
        }
    }
}
