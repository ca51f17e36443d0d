using System.Globalization;
using Latent.Bundles;

namespace Latent.Runtime;

/// <summary>More requests wait for a <see cref="Batcher"/> than its options allow. A server answers this with status 503.</summary>
public sealed class QueueFullException : InvalidOperationException
{
    internal QueueFullException(string operation, int most)
        : base(ErrorText.Compose(
            "Too many requests wait for the model.", $"{operation} of a batcher", $"at most {most.ToString(CultureInfo.InvariantCulture)} requests that wait (BatcherOptions.MaxWaiting)", "one more",
            "send fewer at once, try again later, or allow more to wait."))
    {
    }
}
