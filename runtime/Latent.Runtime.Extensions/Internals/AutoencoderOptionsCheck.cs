using Microsoft.Extensions.Options;

namespace Latent.Runtime.Extensions;

/// <summary>Checks the options of one autoencoder when the application starts, and reports all errors at once.</summary>
internal sealed class AutoencoderOptionsCheck(string model) : IValidateOptions<AutoencoderOptions>
{
    public ValidateOptionsResult Validate(string? name, AutoencoderOptions options)
    {
        if (name != model)
            return ValidateOptionsResult.Skip;
        var faults = FaultsOf(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<string> FaultsOf(AutoencoderOptions options)
    {
        if (options.Path.Length == 0)
            yield return Fault(
                nameof(options.Path),
                "the folder of a bundle",
                "none",
                "set it in the configuration, or pass it to AddAutoencoder");
        else if (!File.Exists(Path.Combine(options.Path, "bundle.json")))
            yield return Fault(
                nameof(options.Path),
                "a folder that holds bundle.json",
                Path.GetFullPath(options.Path),
                "check the spelling; paths are relative to the current folder");
        if (!IsDevice(options.Device))
            yield return Fault(nameof(options.Device), "cpu, cuda, cuda:N or auto", options.Device, "use one of these");
        if (options.Threads < 0)
            yield return Fault(nameof(options.Threads), "0 or more", $"{options.Threads}", "omit it for 1 thread per call");
        if (options.MaxBatch < 1)
            yield return Fault(nameof(options.MaxBatch), "1 or more", $"{options.MaxBatch}", "omit it for 1024 rows");
        if (options.Quantile is { } quantile && quantile is not (> 0 and < 1))
            yield return Fault(
                nameof(options.Quantile), "above 0 and below 1", FormattableString.Invariant($"{quantile}"),
                "choose a quantile that the bundle lists, such as 0.99");
        if (options.FalsePositiveRate is { } rate && rate is not (> 0 and < 1))
            yield return Fault(
                nameof(options.FalsePositiveRate), "above 0 and below 1", FormattableString.Invariant($"{rate}"),
                "choose a share of normal rows, such as 0.01");
        if (options.Threshold is { } threshold && !double.IsFinite(threshold))
            yield return Fault(
                nameof(options.Threshold), "a finite score", FormattableString.Invariant($"{threshold}"), "set a score, or omit it");
        double?[] thresholds = [options.Quantile, options.FalsePositiveRate, options.Threshold];
        if (thresholds.Count(value => value is not null) is > 1 and var count)
            yield return Fault("Quantile, FalsePositiveRate and Threshold together", "at most one of them", $"{count}", "keep one");
    }

    private static bool IsDevice(string text)
    {
        try
        {
            Device.Parse(text);
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private string Fault(string option, string expected, string received, string fix) =>
        $"Autoencoder '{model}': {option} cannot be used. Expected: {expected}. Received: {received}. Fix: {fix}.";
}
