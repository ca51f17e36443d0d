using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace VerifyTests;

/// <summary>Compares two texts that are not identical.</summary>
public delegate Task<CompareResult> StringCompare(string received, string verified, IReadOnlyDictionary<string, object> context);

/// <summary>A verification with its settings; awaiting it runs it.</summary>
public sealed class SettingsTask(Func<SettingsTask, Task> verify)
{
    private object?[] parameters = [];
    private StringCompare? comparer;
    private Task? running;

    /// <summary>Adds the test's arguments to the file names.</summary>
    public SettingsTask UseParameters(params object?[] parameters)
    {
        this.parameters = parameters;
        return this;
    }

    /// <summary>Sets the comparer of texts that are not identical.</summary>
    public SettingsTask UseStringComparer(StringCompare compare)
    {
        comparer = compare;
        return this;
    }

    /// <summary>Awaits the verification.</summary>
    public TaskAwaiter GetAwaiter() => ToTask().GetAwaiter();

    /// <summary>Runs the verification, once.</summary>
    public Task ToTask() => running ??= verify(this);

    public static implicit operator Task(SettingsTask settings) => settings.ToTask();

    internal string ParametersOf(MethodInfo test) => string.Concat(test.GetParameters().Zip(parameters)
        .Select(pair => string.Create(CultureInfo.InvariantCulture, $"_{pair.First.Name}={pair.Second ?? "null"}")));

    internal Task<CompareResult> CompareAsync(string received, string verified) =>
        received == verified || comparer is null
            ? Task.FromResult(received == verified ? CompareResult.Equal : CompareResult.NotEqual())
            : comparer(received, verified, new Dictionary<string, object>());
}
