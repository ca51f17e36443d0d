using System.Globalization;
using Latent.Bundles;

namespace Latent.Runtime;

/// <summary>Thrown when more requests wait for a <see cref="Batcher"/> than its options allow. A server should return status 503.</summary>
public sealed class QueueFullException : InvalidOperationException
{
    internal QueueFullException(string operation, int maxWaiting)
        : base(ErrorText.Compose(
            "Too many requests are waiting for the model.", $"{operation} of a batcher",
            $"at most {maxWaiting.ToString(CultureInfo.InvariantCulture)} waiting requests (BatcherOptions.MaxWaiting)", "one more",
            "send fewer requests at once, retry later, or raise the limit."))
    {
    }
}
