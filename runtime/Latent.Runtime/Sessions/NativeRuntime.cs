using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;

namespace Latent.Runtime;

/// <summary>
/// ONNX Runtime's environment, one per process. All access to the native library goes through this class, so that telemetry is
/// off before the library loads. Enabled telemetry writes a device id and a database below the home folder and resolves a host name.
/// </summary>
internal static unsafe class NativeRuntime
{
    // ONNX Runtime reads the variable once, when its environment is created. A value set before the program started is kept.
    private const string TelemetrySwitch = "ORT_DISABLE_TELEMETRY";

    private static readonly Lazy<bool> TelemetryOff = new(SwitchTelemetryOff);

    /// <summary>Whether this process has already created the environment.</summary>
    public static bool IsCreated => OrtEnv.IsCreated;

    /// <summary>The environment, created on first use.</summary>
    /// <exception cref="DeviceException">The program has no native library of ONNX Runtime that this platform can load.</exception>
    public static OrtEnv Environment => Load(OrtEnv.Instance);

    /// <summary>Creates the environment with threads shared by all sessions.</summary>
    /// <exception cref="DeviceException">The program has no native library of ONNX Runtime that this platform can load.</exception>
    public static void Create(EnvironmentCreationOptions options) => Load(() => OrtEnv.CreateInstanceWithOptions(ref options));

    /// <summary>Runs code that may load the native library.</summary>
    private static T Load<T>(Func<T> use)
    {
        try
        {
            _ = TelemetryOff.Value;
            return use();
        }
        catch (Exception exception) when (
            exception is TypeInitializationException or DllNotFoundException or BadImageFormatException or EntryPointNotFoundException)
        {
            throw new DeviceException(
                "The native library of ONNX Runtime cannot be loaded.",
                $"{RuntimeInformation.RuntimeIdentifier}, {AppContext.BaseDirectory}",
                "libonnxruntime.so (onnxruntime.dll, libonnxruntime.dylib) beside the program",
                FirstLine(exception.GetBaseException().Message),
                "reference one of the packages Microsoft.ML.OnnxRuntime (CPU) or Microsoft.ML.OnnxRuntime.Gpu (CPU and CUDA) from " +
                "the program itself, and publish it for this platform.",
                exception);
        }
    }

    // .NET keeps its own copy of the environment variables, which native code does not see, so this sets the C library's variable.
    private static bool SwitchTelemetryOff()
    {
        var name = Marshal.StringToCoTaskMemUTF8(TelemetrySwitch);
        var value = Marshal.StringToCoTaskMemUTF8("1");
        try
        {
            if (OperatingSystem.IsWindows())
                return System.Environment.GetEnvironmentVariable(TelemetrySwitch) is null
                    && NativeLibrary.TryLoad("ucrtbase.dll", out var library)
                    && NativeLibrary.TryGetExport(library, "_putenv_s", out var put)
                    && ((delegate* unmanaged<nint, nint, int>)put)(name, value) == 0;
            return NativeLibrary.TryGetExport(NativeLibrary.GetMainProgramHandle(), "setenv", out var set)
                && ((delegate* unmanaged<nint, nint, int, int>)set)(name, value, 0) == 0;
        }
        finally
        {
            Marshal.FreeCoTaskMem(name);
            Marshal.FreeCoTaskMem(value);
        }
    }

    private static string FirstLine(string text) => text.Split('\n')[0].TrimEnd('\r');
}
