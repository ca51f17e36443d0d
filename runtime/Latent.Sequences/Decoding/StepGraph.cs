using Latent.Bundles;
using Latent.Runtime;

namespace Latent.Sequences;

/// <summary>
/// One step of the decoder of a sequence model, <c>step.onnx</c>: the token before it, codes and states in; the logarithms
/// of the probabilities of the next token and states out. Thread-safe, except that it must not be disposed while it runs.
/// </summary>
public sealed class StepGraph : IDisposable
{
    private readonly GraphSession session;
    private readonly string token;
    private readonly string code;
    private readonly string logProbabilities;
    private readonly TensorEntry[] statesIn;
    private readonly TensorEntry[] statesOut;

    /// <summary>Loads the graph.</summary>
    /// <param name="path">The <c>.onnx</c> file.</param>
    /// <param name="inputs">What goes in, as the manifest says.</param>
    /// <param name="outputs">What comes out, likewise.</param>
    /// <param name="options">Device and threads. Default: as <see cref="RuntimeOptions"/>.</param>
    /// <exception cref="BundleException">The graph cannot be loaded, or does not have the tensors of a step.</exception>
    public StepGraph(string path, IReadOnlyList<TensorEntry> inputs, IReadOnlyList<TensorEntry> outputs, RuntimeOptions? options = null)
    {
        var (codes, probabilities) = (Find(path, inputs, TensorRole.Code), Find(path, outputs, TensorRole.LogProbabilities));
        (token, code, logProbabilities) = (Find(path, inputs, TensorRole.Token).Name, codes.Name, probabilities.Name);
        (LatentSize, Vocabulary) = (SizeOf(codes), SizeOf(probabilities));
        statesIn = [.. inputs.Where(tensor => tensor.Role == TensorRole.State)];
        statesOut = [.. outputs.Where(tensor => tensor.Role == TensorRole.State)];
        if (statesIn.Length != statesOut.Length || statesIn.Zip(statesOut).Any(pair => !pair.First.Shape.SequenceEqual(pair.Second.Shape)))
            throw new BundleException("A step graph hands on other states than it takes.", path, $"{statesIn.Length} states out, of the shapes of those in", $"{statesOut.Length}", Fixes.WriteAgain);
        session = new GraphSession(path, options);
    }

    /// <summary>Values in one code.</summary>
    public int LatentSize { get; }

    /// <summary>The number of tokens.</summary>
    public int Vocabulary { get; }

    /// <summary>States before the first step: zeros.</summary>
    /// <param name="rows">How many sequences.</param>
    public IReadOnlyList<float[]> Begin(int rows) => [.. statesIn.Select(state => new float[rows * SizeOf(state)])];

    /// <summary>Runs a step of several sequences.</summary>
    /// <param name="tokens">The token before the step of each, <c>[n]</c>.</param>
    /// <param name="codes">Codes, <c>[n, LatentSize]</c>.</param>
    /// <param name="states">The states before the step.</param>
    /// <returns>Logarithms of the probabilities of every token, <c>[n, Vocabulary]</c>, and the states behind the step.</returns>
    /// <exception cref="BundleException">The run fails.</exception>
    public (float[] LogProbabilities, IReadOnlyList<float[]> States) Run(IReadOnlyList<int> tokens, float[] codes, IReadOnlyList<float[]> states)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        ArgumentNullException.ThrowIfNull(states);
        var rows = tokens.Count;
        var outputs = session.Run(
        [
            NamedTensor.Create(token, [.. tokens.Select(number => (float)number)], rows),
            NamedTensor.Create(code, codes, rows, LatentSize),
            .. states.Select((values, i) => NamedTensor.Create(statesIn[i].Name, values, [rows, .. statesIn[i].Shape.Skip(1).Select(size => size.Size!.Value)])),
        ]);
        return (outputs[logProbabilities].Floats!, [.. statesOut.Select(state => outputs[state.Name].Floats!)]);
    }

    /// <summary>The states of chosen sequences, in the order given; one may be chosen twice.</summary>
    /// <param name="states">States of several sequences.</param>
    /// <param name="rows">Which of them.</param>
    public IReadOnlyList<float[]> Choose(IReadOnlyList<float[]> states, IReadOnlyList<int> rows)
    {
        ArgumentNullException.ThrowIfNull(states);
        ArgumentNullException.ThrowIfNull(rows);
        return [.. states.Select((values, i) => Rows(values, SizeOf(statesIn[i]), rows))];
    }

    /// <summary>Releases the graph.</summary>
    public void Dispose() => session.Dispose();

    /// <summary>Chosen rows, in the order given.</summary>
    /// <param name="values">Rows, one after the other.</param>
    /// <param name="width">Values in a row.</param>
    /// <param name="rows">Which of them.</param>
    public static float[] Rows(float[] values, int width, IReadOnlyList<int> rows)
    {
        var chosen = new float[rows.Count * width];
        for (var i = 0; i < rows.Count; i++)
            values.AsSpan(rows[i] * width, width).CopyTo(chosen.AsSpan(i * width));
        return chosen;
    }

    private static int SizeOf(TensorEntry tensor) => tensor.RowSize ?? 0;

    private static TensorEntry Find(string path, IReadOnlyList<TensorEntry> tensors, string role) =>
        tensors.FirstOrDefault(tensor => tensor.Role == role) ?? throw new BundleException(
            "A step graph lacks a tensor.", path, $"a tensor of role {role}", string.Join(", ", tensors.Select(tensor => tensor.Role)), Fixes.WriteAgain);
}
