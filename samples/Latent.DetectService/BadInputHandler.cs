using Latent.Imaging;
using Latent.Runtime;
using Microsoft.AspNetCore.Diagnostics;

namespace Latent.DetectService;

/// <summary>Answers invalid input with status 400 and the message of the library; everything else stays 500.</summary>
internal sealed class BadInputHandler(IProblemDetailsService problems) : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not (InputException or ShapeException or ImageException))
            return ValueTask.FromResult(false);

        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return problems.TryWriteAsync(
            new() { HttpContext = context, ProblemDetails = { Status = StatusCodes.Status400BadRequest, Detail = exception.Message } });
    }
}
