namespace Latent.Runtime;

/// <summary>Validates options.</summary>
internal static class RuntimeOptionsCheck
{
    public static RuntimeOptions Checked(RuntimeOptions? options)
    {
        options ??= new();
        ArgumentOutOfRangeException.ThrowIfNegative(options.Threads);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxBatch, 1);
        return options;
    }
}
