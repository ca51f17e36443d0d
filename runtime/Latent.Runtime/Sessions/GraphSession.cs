using Latent.Bundles;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Latent.Runtime;

/// <summary>
/// Runs a single ONNX file without a bundle: for parity checks and for graphs that the operations of <see cref="Autoencoder"/> do
/// not cover. Takes and returns float32 and int64 tensors of any shape. Thread-safe, except that it must not be disposed
/// while it runs.
/// </summary>
public sealed class GraphSession : IDisposable
{
    private readonly string path;
    private readonly OpenGraph open;
    private readonly InferenceSession session;
    private readonly RunOptions runOptions = new() { LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL };

    /// <summary>Loads a graph. External weights are read from the folder of the graph.</summary>
    /// <param name="onnxPath">The <c>.onnx</c> file.</param>
    /// <param name="options">Device and threads; the other options have no effect. Default: as <see cref="RuntimeOptions"/>.</param>
    /// <exception cref="BundleException">The file is missing or not a graph that ONNX Runtime can load.</exception>
    /// <exception cref="DeviceException">The device cannot be used.</exception>
    public GraphSession(string onnxPath, RuntimeOptions? options = null)
        : this(onnxPath, options, memory: null)
    {
    }

    private GraphSession(string onnxPath, RuntimeOptions? options, IReadOnlyDictionary<string, MemoryTensor>? memory)
    {
        ArgumentException.ThrowIfNullOrEmpty(onnxPath);
        options = RuntimeOptions.Checked(options);
        path = Path.GetFullPath(onnxPath);
        if (!File.Exists(path))
            throw new BundleException("The graph file is missing.", path, "an .onnx file", "nothing", "check the path.");

        (var choice, open) = DeviceChooser.Open(
            options.Device, Sessions.Choose(options), device => Sessions.Open(path, device, options.Threads, memory));
        (Device, session) = (choice.Device, open.Session);
    }

    /// <summary>Loads a graph on the CPU whose weights are in memory as well: matrices are used in place and not packed.</summary>
    /// <param name="onnxPath">The <c>.onnx</c> file; external weights are in its folder.</param>
    /// <param name="memory">Weights by name, equal to those in the file; they must outlive the session.</param>
    /// <exception cref="BundleException">The file is missing or not a graph that ONNX Runtime can load.</exception>
    public static GraphSession Over(string onnxPath, IReadOnlyDictionary<string, MemoryTensor> memory) =>
        new(onnxPath, new RuntimeOptions { Device = Device.Cpu }, memory);

    /// <summary>The version of ONNX Runtime, such as <c>1.31.0</c>.</summary>
    public static string EngineVersion => NativeRuntime.Environment.GetVersionString();

    /// <summary>Returns ONNX Runtime's own message for a failure: one line, without the error code.</summary>
    /// <param name="exception">An error of ONNX Runtime, or the error that wraps it.</param>
    public static string ReasonOf(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return Sessions.Reason(exception is BundleException { InnerException: { } inner } ? inner : exception);
    }

    /// <summary>The device that the graph runs on.</summary>
    public Device Device { get; }

    /// <summary>The names of the inputs, in graph order.</summary>
    public IReadOnlyList<string> InputNames => session.InputNames;

    /// <summary>The names of the outputs, in graph order.</summary>
    public IReadOnlyList<string> OutputNames => session.OutputNames;

    /// <summary>The metadata of the graph, such as name, family and role.</summary>
    public IReadOnlyDictionary<string, string> Metadata => session.ModelMetadata.CustomMetadataMap;

    /// <summary>Runs the graph.</summary>
    /// <param name="inputs">Every input of the graph, in any order.</param>
    /// <returns>Every output by name.</returns>
    /// <exception cref="BundleException">
    /// An input is missing or has the wrong shape or type, the run fails, or an output has another element type.
    /// </exception>
    public IReadOnlyDictionary<string, NamedTensor> Run(params IReadOnlyList<NamedTensor> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var values = new List<OrtValue>();
        try
        {
            values.AddRange(inputs.Select(ToValue));
            using var outputs = session.Run(runOptions, [.. inputs.Select(input => input.Name)], values, OutputNames);
            return OutputNames.Zip(outputs, FromValue).ToDictionary(output => output.Name);
        }
        catch (OnnxRuntimeException exception)
        {
            throw Sessions.Failed(path, exception);
        }
        finally
        {
            values.ForEach(value => value.Dispose());
        }
    }

    /// <summary>Binds arrays to the inputs and outputs of the graph, for repeated runs.</summary>
    /// <param name="inputs">Every input of the graph, in any order; each run reads the current contents of their arrays.</param>
    /// <param name="outputs">The requested outputs, in the shapes that follow from the inputs; each run writes into their arrays.</param>
    /// <returns>The binding; dispose it before the session.</returns>
    /// <exception cref="BundleException">The graph has no such input or output.</exception>
    public GraphBinding Bind(IReadOnlyList<NamedTensor> inputs, IReadOnlyList<NamedTensor> outputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(outputs);
        return new(path, session, Device, inputs, outputs);
    }

    /// <summary>Releases the graph.</summary>
    public void Dispose()
    {
        runOptions.Dispose();
        open.Dispose();
    }

    internal static OrtValue ToValue(NamedTensor tensor)
    {
        long[] shape = [.. tensor.Shape];
        return tensor.Floats is { } floats
            ? OrtValue.CreateTensorValueFromMemory(floats, shape)
            : OrtValue.CreateTensorValueFromMemory(tensor.Integers!, shape);
    }

    private NamedTensor FromValue(string name, OrtValue value)
    {
        if (!value.IsTensor)
            throw Unreadable(name, "not a tensor");

        var type = value.GetTensorTypeAndShape();
        return type.ElementDataType switch
        {
            TensorElementType.Float => NamedTensor.Create(name, value.GetTensorDataAsSpan<float>().ToArray(), type.Shape),
            TensorElementType.Int64 => NamedTensor.Create(name, value.GetTensorDataAsSpan<long>().ToArray(), type.Shape),
            _ => throw Unreadable(name, $"{type.ElementDataType}"),
        };
    }

    private BundleException Unreadable(string output, string received) => new(
        "The element type of a graph output is not supported.", $"{path}, output '{output}'",
        "float32 or int64", received, "add a Cast to the graph.");
}
