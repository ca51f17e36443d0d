using System.Diagnostics.Contracts;
using System.Runtime.CompilerServices;

namespace VerifyTests;

/// <summary>A verification that is still being described; it starts when it is awaited.</summary>
public partial class SettingsTask
{
    private readonly Func<VerifySettings, Task<VerifyResult>> buildTask;
    private readonly VerifySettings settings;
    private Task<VerifyResult>? task;

    public SettingsTask(VerifySettings? settings, Func<VerifySettings, Task<VerifyResult>> buildTask)
    {
        this.settings = new VerifySettings(settings);
        this.buildTask = buildTask;
    }

    public VerifySettings CurrentSettings =>
        task is null
            ? settings
            : throw new Exception("This SettingsTask instance has already been converted to a Task and can no longer be modified. Conversion to a Task occurs either through awaiting the instance or calling ToTask.");

    [Pure]
    public static implicit operator Task<VerifyResult>(SettingsTask settingsTask) => settingsTask.ToTask();

    [Pure]
    public Task<VerifyResult> ToTask() => task ??= buildTask(settings);

    [Pure]
    public ConfiguredTaskAwaitable<VerifyResult> ConfigureAwait(bool continueOnCapturedContext) => ToTask().ConfigureAwait(continueOnCapturedContext);

    [Pure]
    public TaskAwaiter<VerifyResult> GetAwaiter() => ToTask().GetAwaiter();

    private SettingsTask With(Action<VerifySettings> change)
    {
        change(CurrentSettings);
        return this;
    }
}
