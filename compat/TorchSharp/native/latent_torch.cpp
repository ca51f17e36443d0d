// The native half of compat/TorchSharp: one generic, boxed call that reaches every ATen operator through the
// dispatcher, and the few services that are not operators (autograd engine, generators, threads, optimizer loops).
// Everything here is a C ABI; a tensor handle is an owned TensorImpl pointer.

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Parallel.h>
#include <ATen/core/dispatch/Dispatcher.h>
#include <torch/csrc/autograd/autograd.h>
#include <torch/csrc/autograd/grad_mode.h>
#include <torch/csrc/autograd/variable.h>
#include <torch/cuda.h>
#include <torch/version.h>

#include <dlfcn.h>
#if defined(__x86_64__)
#include <xmmintrin.h>
#endif

#include <atomic>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <vector>

#define LT_API extern "C" __attribute__((visibility("default")))

namespace {

// Numbers next to 0 (subnormals) cost a hundred times as much as others, and training fills weights' moments with
// them: inside a call they are 0. The caller's own arithmetic stays as it is.
class FlushSubnormals {
#if defined(__x86_64__)
public:
    FlushSubnormals() : before(_mm_getcsr()) { _mm_setcsr(before | 0x8040); }
    ~FlushSubnormals() { _mm_setcsr(before); }

private:
    unsigned before;
#endif
};

enum Tag : int32_t {
    kNone = 0,
    kTensor = 1,
    kInt = 2,
    kDouble = 3,
    kBool = 4,
    kIntList = 5,
    kDoubleList = 6,
    kTensorList = 7,
    kString = 8,
    kDevice = 9,
    kGenerator = 10,
    kBoolList = 11,
};

// Mirrors TorchSharp.Interop.NativeValue. `count` is a list length, a device index,
// or the size of a returned tensor in KiB.
struct Value {
    int32_t tag;
    int32_t count;
    union {
        int64_t i;
        double d;
        void* p;
    };
};

struct Operator {
    c10::OperatorHandle handle;
    std::vector<c10::TypePtr> types;
    std::vector<int32_t> fixed_lengths;
    std::vector<c10::IValue> defaults;
};

std::atomic<int64_t> live_handles{0};
thread_local std::string last_error;

at::Tensor borrow(void* handle) {
    if (handle == nullptr) return at::Tensor();
    return at::Tensor(c10::intrusive_ptr<c10::TensorImpl, c10::UndefinedTensorImpl>::reclaim_copy(
        static_cast<c10::TensorImpl*>(handle)));
}

void* release(at::Tensor tensor) {
    if (!tensor.defined()) return nullptr;
    live_handles.fetch_add(1, std::memory_order_relaxed);
    return tensor.unsafeReleaseTensorImpl();
}

c10::TensorImpl* impl(void* handle) { return static_cast<c10::TensorImpl*>(handle); }

int32_t kibibytes(const at::Tensor& tensor) {
    if (!tensor.defined() || !tensor.has_storage()) return 0;
    const auto size = tensor.unsafeGetTensorImpl()->numel() * static_cast<int64_t>(tensor.itemsize()) >> 10;
    return static_cast<int32_t>(std::min<int64_t>(size, INT32_MAX));
}

std::vector<at::Tensor> borrow_all(void* const* handles, int64_t count) {
    std::vector<at::Tensor> tensors;
    tensors.reserve(count);
    for (int64_t i = 0; i < count; i++) tensors.push_back(borrow(handles[i]));
    return tensors;
}

template <typename F>
auto guarded(F body, decltype(body()) failed) -> decltype(body()) {
    FlushSubnormals flush;
    try {
        return body();
    } catch (const c10::Error& error) {
        last_error = error.what_without_backtrace();
    } catch (const std::exception& error) {
        last_error = error.what();
    } catch (...) {
        last_error = "unknown native error";
    }
    return failed;
}

const c10::Type* unwrap(const c10::Type* type) {
    if (type->kind() == c10::TypeKind::OptionalType)
        return type->castRaw<c10::OptionalType>()->getElementType().get();
    return type;
}

bool is_list_of(const c10::Type* type, c10::TypeKind element) {
    return type->kind() == c10::TypeKind::ListType &&
           type->castRaw<c10::ListType>()->getElementType()->kind() == element;
}

c10::IValue to_ivalue(const Value& value, const c10::Type* declared, int32_t fixed_length) {
    const auto* type = unwrap(declared);
    switch (value.tag) {
        case kNone: return c10::IValue();
        case kTensor: return c10::IValue(borrow(value.p));
        case kInt:
            if (type->kind() == c10::TypeKind::FloatType) return c10::IValue(static_cast<double>(value.i));
            if (type->kind() == c10::TypeKind::BoolType) return c10::IValue(value.i != 0);
            if (type->kind() == c10::TypeKind::ListType)
                return c10::IValue(std::vector<int64_t>(std::max(fixed_length, 1), value.i));
            return c10::IValue(value.i);
        case kDouble: return c10::IValue(value.d);
        case kBool: return c10::IValue(value.i != 0);
        case kIntList: {
            const auto* items = static_cast<const int64_t*>(value.p);
            return c10::IValue(std::vector<int64_t>(items, items + value.count));
        }
        case kDoubleList: {
            const auto* items = static_cast<const double*>(value.p);
            return c10::IValue(std::vector<double>(items, items + value.count));
        }
        case kBoolList: {
            const auto* items = static_cast<const int64_t*>(value.p);
            c10::List<bool> list;
            for (int32_t i = 0; i < value.count; i++) list.push_back(items[i] != 0);
            return c10::IValue(std::move(list));
        }
        case kTensorList: {
            auto* const* handles = static_cast<void* const*>(value.p);
            if (is_list_of(type, c10::TypeKind::OptionalType)) {
                c10::List<c10::optional<at::Tensor>> list;
                for (int32_t i = 0; i < value.count; i++)
                    list.push_back(handles[i] ? c10::make_optional(borrow(handles[i])) : c10::nullopt);
                return c10::IValue(std::move(list));
            }
            return c10::IValue(borrow_all(handles, value.count));
        }
        case kString: return c10::IValue(std::string(static_cast<const char*>(value.p), value.count));
        case kDevice:
            return c10::IValue(c10::Device(static_cast<c10::DeviceType>(value.i), static_cast<c10::DeviceIndex>(value.count)));
        case kGenerator: return c10::IValue(*static_cast<at::Generator*>(value.p));
        default: TORCH_CHECK(false, "argument tag ", value.tag, " is not known");
    }
}

void from_ivalue(c10::IValue&& source, Value& target) {
    target = Value{kNone, 0, {0}};
    if (source.isTensor()) {
        auto tensor = std::move(source).toTensor();
        target.tag = kTensor;
        target.count = kibibytes(tensor);
        target.p = release(std::move(tensor));
    } else if (source.isInt()) {
        target.tag = kInt;
        target.i = source.toInt();
    } else if (source.isDouble()) {
        target.tag = kDouble;
        target.d = source.toDouble();
    } else if (source.isBool()) {
        target.tag = kBool;
        target.i = source.toBool();
    } else if (source.isTensorList()) {
        auto tensors = source.toTensorVector();
        auto** handles = static_cast<void**>(std::malloc(std::max<size_t>(tensors.size(), 1) * sizeof(void*)));
        for (size_t i = 0; i < tensors.size(); i++) handles[i] = release(std::move(tensors[i]));
        target.tag = kTensorList;
        target.count = static_cast<int32_t>(tensors.size());
        target.p = handles;
    } else if (!source.isNone()) {
        TORCH_CHECK(false, "a result of kind ", source.tagKind(), " cannot be returned");
    }
}

// OpenBLAS with pthreads keeps a pool of its own that at::set_num_threads does not reach.
void set_blas_threads(int threads) {
    using Setter = void (*)(int);
    static const auto setter = reinterpret_cast<Setter>(dlsym(RTLD_DEFAULT, "openblas_set_num_threads"));
    static const auto loaded = setter != nullptr ? nullptr : dlopen("libopenblas.so.0", RTLD_LAZY | RTLD_NOLOAD);
    static const auto found = setter != nullptr || loaded == nullptr
        ? setter
        : reinterpret_cast<Setter>(dlsym(loaded, "openblas_set_num_threads"));
    if (found != nullptr) found(threads);
}

constexpr int64_t kOptimizerGrain = 65536;

#define LT_VECTORISED __attribute__((target_clones("arch=skylake-avx512", "arch=haswell", "default")))

struct AdamSettings {
    float beta1, beta2, epsilon, step_size, denominator_scale, l2, decay, sign;
};

LT_VECTORISED void adam_range(
    float* __restrict parameter, const float* __restrict gradient, float* __restrict mean, float* __restrict square,
    int64_t begin, int64_t end, const AdamSettings& settings) {
    const auto s = settings;
    const float rest1 = 1 - s.beta1, rest2 = 1 - s.beta2;
    for (int64_t i = begin; i < end; i++) {
        const float p = parameter[i] * s.decay;
        const float g = s.sign * gradient[i] + s.l2 * p;
        const float m = s.beta1 * mean[i] + rest1 * g;
        const float v = s.beta2 * square[i] + rest2 * g * g;
        mean[i] = m;
        square[i] = v;
        parameter[i] = p - s.step_size * m / (std::sqrt(v) * s.denominator_scale + s.epsilon);
    }
}

LT_VECTORISED void adam_amsgrad_range(
    float* __restrict parameter, const float* __restrict gradient, float* __restrict mean, float* __restrict square,
    float* __restrict largest, int64_t begin, int64_t end, const AdamSettings& settings) {
    const auto s = settings;
    const float rest1 = 1 - s.beta1, rest2 = 1 - s.beta2;
    for (int64_t i = begin; i < end; i++) {
        const float p = parameter[i] * s.decay;
        const float g = s.sign * gradient[i] + s.l2 * p;
        const float m = s.beta1 * mean[i] + rest1 * g;
        const float v = s.beta2 * square[i] + rest2 * g * g;
        const float top = largest[i] > v ? largest[i] : v;
        mean[i] = m;
        square[i] = v;
        largest[i] = top;
        parameter[i] = p - s.step_size * m / (std::sqrt(top) * s.denominator_scale + s.epsilon);
    }
}

LT_VECTORISED void sgd_range(
    float* __restrict parameter, const float* __restrict gradient, int64_t begin, int64_t end,
    float step_size, float l2) {
    for (int64_t i = begin; i < end; i++)
        parameter[i] -= step_size * (gradient[i] + l2 * parameter[i]);
}

LT_VECTORISED void sgd_momentum_range(
    float* __restrict parameter, const float* __restrict gradient, float* __restrict velocity, int64_t begin, int64_t end,
    float step_size, float momentum, float rest, float l2, float nesterov) {
    for (int64_t i = begin; i < end; i++) {
        const float g = gradient[i] + l2 * parameter[i];
        const float v = momentum * velocity[i] + rest * g;
        velocity[i] = v;
        parameter[i] -= step_size * (nesterov != 0 ? g + nesterov * v : v);
    }
}

struct RmsSettings {
    float step_size, alpha, epsilon, l2, momentum, sign;
};

template <bool Centered, bool Moving>
inline __attribute__((always_inline)) void rmsprop_loop(
    float* __restrict parameter, const float* __restrict gradient, float* __restrict square, float* __restrict mean,
    float* __restrict velocity, int64_t begin, int64_t end, const RmsSettings& settings) {
    const auto s = settings;
    const float rest = 1 - s.alpha;
    for (int64_t i = begin; i < end; i++) {
        const float g = s.sign * gradient[i] + s.l2 * parameter[i];
        const float v = s.alpha * square[i] + rest * g * g;
        square[i] = v;
        float variance = v;
        if (Centered) {
            const float m = s.alpha * mean[i] + rest * g;
            mean[i] = m;
            variance -= m * m;
        }
        float change = g / (std::sqrt(variance) + s.epsilon);
        if (Moving) {
            change += s.momentum * velocity[i];
            velocity[i] = change;
        }
        parameter[i] -= s.step_size * change;
    }
}

LT_VECTORISED void rmsprop_range(
    float* parameter, const float* gradient, float* square, float* mean, float* velocity,
    int64_t begin, int64_t end, const RmsSettings& settings) {
    if (mean != nullptr && velocity != nullptr) rmsprop_loop<true, true>(parameter, gradient, square, mean, velocity, begin, end, settings);
    else if (mean != nullptr) rmsprop_loop<true, false>(parameter, gradient, square, mean, velocity, begin, end, settings);
    else if (velocity != nullptr) rmsprop_loop<false, true>(parameter, gradient, square, mean, velocity, begin, end, settings);
    else rmsprop_loop<false, false>(parameter, gradient, square, mean, velocity, begin, end, settings);
}

float* floats(void* handle) { return static_cast<float*>(impl(handle)->data()); }

}  // namespace

// ---- errors, versions, counters

LT_API const char* lt_last_error() { return last_error.c_str(); }
LT_API const char* lt_version() { return TORCH_VERSION; }
LT_API int64_t lt_live_handles() { return live_handles.load(std::memory_order_relaxed); }
LT_API int lt_cuda_devices() { return static_cast<int>(torch::cuda::device_count()); }

// ---- operators

LT_API void* lt_operator(const char* name, const char* overload) {
    return guarded([&]() -> void* {
        auto handle = c10::Dispatcher::singleton().findSchemaOrThrow(name, overload);
        auto op = std::make_unique<Operator>(Operator{handle, {}, {}, {}});
        for (const auto& argument : handle.schema().arguments()) {
            op->types.push_back(argument.type());
            op->fixed_lengths.push_back(argument.N().value_or(0));
            op->defaults.push_back(argument.default_value().value_or(c10::IValue()));
        }
        return op.release();
    }, nullptr);
}

// Trailing arguments that the caller leaves out take the schema's defaults. Returns the number of results, or -1.
LT_API int32_t lt_call(void* operator_, const Value* arguments, int32_t count, Value* results, int32_t capacity) {
    return guarded([&]() -> int32_t {
        const auto& op = *static_cast<const Operator*>(operator_);
        const auto total = static_cast<int32_t>(op.types.size());
        TORCH_CHECK(count <= total, op.handle.operator_name(), " takes ", total, " arguments, received ", count);
        torch::jit::Stack stack;
        stack.reserve(total);
        for (int32_t i = 0; i < count; i++)
            stack.push_back(to_ivalue(arguments[i], op.types[i].get(), op.fixed_lengths[i]));
        for (int32_t i = count; i < total; i++) stack.push_back(op.defaults[i]);
        op.handle.callBoxed(&stack);
        const auto returned = static_cast<int32_t>(stack.size());
        TORCH_CHECK(returned <= capacity, op.handle.operator_name(), " returns ", returned, " values");
        for (int32_t i = 0; i < returned; i++) from_ivalue(std::move(stack[i]), results[i]);
        return returned;
    }, -1);
}

LT_API void lt_free(void* memory) { std::free(memory); }

// ---- tensors

LT_API void lt_tensor_free(void* handle) {
    live_handles.fetch_sub(1, std::memory_order_relaxed);
    c10::intrusive_ptr<c10::TensorImpl, c10::UndefinedTensorImpl>::reclaim(impl(handle));
}

LT_API void* lt_tensor_alias(void* handle) {
    return guarded([&] { return release(borrow(handle).alias()); }, nullptr);
}

LT_API void* lt_tensor_from_memory(const void* data, const int64_t* sizes, int32_t dimensions, int32_t dtype) {
    return guarded([&] {
        auto tensor = at::empty({sizes, static_cast<size_t>(dimensions)}, at::TensorOptions(static_cast<at::ScalarType>(dtype)));
        if (tensor.numel() > 0) std::memcpy(tensor.data_ptr(), data, tensor.nbytes());
        return release(std::move(tensor));
    }, nullptr);
}

LT_API int64_t lt_tensor_dim(void* handle) { return impl(handle)->dim(); }
LT_API int64_t lt_tensor_numel(void* handle) { return impl(handle)->numel(); }
LT_API int32_t lt_tensor_dtype(void* handle) { return static_cast<int32_t>(c10::typeMetaToScalarType(impl(handle)->dtype())); }
LT_API int64_t lt_tensor_element_size(void* handle) { return static_cast<int64_t>(impl(handle)->itemsize()); }
LT_API int32_t lt_tensor_device_type(void* handle) { return static_cast<int32_t>(impl(handle)->device().type()); }
LT_API int32_t lt_tensor_device_index(void* handle) { return impl(handle)->device().index(); }
LT_API int32_t lt_tensor_is_sparse(void* handle) { return impl(handle)->is_sparse(); }
LT_API int32_t lt_tensor_is_contiguous(void* handle) { return impl(handle)->is_contiguous(); }
LT_API int64_t lt_tensor_storage_offset(void* handle) { return impl(handle)->storage_offset(); }

LT_API void lt_tensor_sizes(void* handle, int64_t* target) {
    const auto sizes = impl(handle)->sizes();
    std::memcpy(target, sizes.data(), sizes.size() * sizeof(int64_t));
}

LT_API void lt_tensor_strides(void* handle, int64_t* target) {
    const auto strides = impl(handle)->strides();
    std::memcpy(target, strides.data(), strides.size() * sizeof(int64_t));
}

LT_API void* lt_tensor_data(void* handle) {
    return guarded([&] { return borrow(handle).data_ptr(); }, nullptr);
}

// ---- autograd

LT_API int32_t lt_tensor_requires_grad(void* handle) { return impl(handle)->requires_grad(); }
LT_API int32_t lt_tensor_is_leaf(void* handle) { return borrow(handle).is_leaf(); }

LT_API int32_t lt_tensor_set_requires_grad(void* handle, int32_t value) {
    return guarded([&] { borrow(handle).requires_grad_(value != 0); return 0; }, -1);
}

LT_API void* lt_tensor_grad(void* handle, int32_t* kibibytes_) {
    return guarded([&] {
        at::Tensor gradient = borrow(handle).grad();
        *kibibytes_ = kibibytes(gradient);
        return release(std::move(gradient));
    }, nullptr);
}

LT_API int32_t lt_tensor_set_grad(void* handle, void* gradient) {
    return guarded([&] { borrow(handle).mutable_grad() = borrow(gradient); return 0; }, -1);
}

LT_API int32_t lt_tensor_retain_grad(void* handle) {
    return guarded([&] { borrow(handle).retain_grad(); return 0; }, -1);
}

LT_API int32_t lt_backward(
    void* const* outputs, int32_t output_count, void* const* gradients, int32_t gradient_count,
    int32_t retain_graph, int32_t create_graph, void* const* inputs, int32_t input_count) {
    return guarded([&] {
        torch::autograd::backward(
            borrow_all(outputs, output_count), borrow_all(gradients, gradient_count),
            retain_graph != 0, create_graph != 0, borrow_all(inputs, input_count));
        return 0;
    }, -1);
}

LT_API int32_t lt_grad(
    void* const* outputs, int32_t output_count, void* const* inputs, int32_t input_count,
    void* const* gradients, int32_t gradient_count,
    int32_t retain_graph, int32_t create_graph, int32_t allow_unused, void** results) {
    return guarded([&] {
        auto found = torch::autograd::grad(
            borrow_all(outputs, output_count), borrow_all(inputs, input_count), borrow_all(gradients, gradient_count),
            retain_graph != 0, create_graph != 0, allow_unused != 0);
        for (size_t i = 0; i < found.size(); i++) results[i] = release(std::move(found[i]));
        return 0;
    }, -1);
}

LT_API int32_t lt_grad_mode() { return c10::GradMode::is_enabled(); }
LT_API void lt_set_grad_mode(int32_t enabled) { c10::GradMode::set_enabled(enabled != 0); }
LT_API int32_t lt_inference_mode() { return c10::InferenceMode::is_enabled(); }
LT_API void* lt_inference_guard(int32_t enabled) { return new c10::InferenceMode(enabled != 0); }
LT_API void lt_inference_guard_free(void* guard) { delete static_cast<c10::InferenceMode*>(guard); }

// ---- random numbers

LT_API void* lt_generator_default() { return new at::Generator(at::detail::getDefaultCPUGenerator()); }
LT_API void* lt_generator_new(uint64_t seed) { return new at::Generator(at::detail::createCPUGenerator(seed)); }
LT_API void lt_generator_free(void* generator) { delete static_cast<at::Generator*>(generator); }

LT_API void lt_generator_seed(void* generator, int64_t seed) {
    auto& target = *static_cast<at::Generator*>(generator);
    std::lock_guard<std::mutex> lock(target.mutex());
    target.set_current_seed(static_cast<uint64_t>(seed));
}

LT_API int64_t lt_generator_initial_seed(void* generator) {
    return static_cast<int64_t>(static_cast<at::Generator*>(generator)->current_seed());
}

LT_API void* lt_generator_state(void* generator) {
    return guarded([&] {
        auto& source = *static_cast<at::Generator*>(generator);
        std::lock_guard<std::mutex> lock(source.mutex());
        return release(source.get_state());
    }, nullptr);
}

LT_API int32_t lt_generator_set_state(void* generator, void* state) {
    return guarded([&] {
        auto& target = *static_cast<at::Generator*>(generator);
        std::lock_guard<std::mutex> lock(target.mutex());
        target.set_state(borrow(state));
        return 0;
    }, -1);
}

// ---- threads

LT_API int32_t lt_threads() { return at::get_num_threads(); }
LT_API int32_t lt_interop_threads() { return at::get_num_interop_threads(); }

LT_API int32_t lt_set_threads(int32_t threads) {
    return guarded([&] { at::set_num_threads(threads); set_blas_threads(threads); return 0; }, -1);
}

LT_API int32_t lt_set_interop_threads(int32_t threads) {
    return guarded([&] { at::set_num_interop_threads(threads); return 0; }, -1);
}

// ---- optimizer loops: one pass over memory for contiguous float32 tensors on the CPU

LT_API void lt_adam(
    void* parameter, void* gradient, void* mean, void* square, void* largest,
    float beta1, float beta2, float epsilon, float step_size, float denominator_scale, float l2, float decay, float sign) {
    FlushSubnormals flush;
    const AdamSettings settings{beta1, beta2, epsilon, step_size, denominator_scale, l2, decay, sign};
    auto *p = floats(parameter), *g = floats(gradient), *m = floats(mean), *v = floats(square);
    auto* top = largest != nullptr ? floats(largest) : nullptr;
    at::parallel_for(0, impl(parameter)->numel(), kOptimizerGrain, [&](int64_t begin, int64_t end) {
        if (top == nullptr) adam_range(p, g, m, v, begin, end, settings);
        else adam_amsgrad_range(p, g, m, v, top, begin, end, settings);
    });
    impl(parameter)->bump_version();
}

LT_API void lt_rmsprop(
    void* parameter, void* gradient, void* square, void* mean, void* velocity,
    float step_size, float alpha, float epsilon, float l2, float momentum, float sign) {
    FlushSubnormals flush;
    const RmsSettings settings{step_size, alpha, epsilon, l2, momentum, sign};
    auto *p = floats(parameter), *g = floats(gradient), *v = floats(square);
    auto* m = mean != nullptr ? floats(mean) : nullptr;
    auto* b = velocity != nullptr ? floats(velocity) : nullptr;
    at::parallel_for(0, impl(parameter)->numel(), kOptimizerGrain, [&](int64_t begin, int64_t end) {
        rmsprop_range(p, g, v, m, b, begin, end, settings);
    });
    impl(parameter)->bump_version();
}

LT_API void lt_sgd(
    void* parameter, void* gradient, void* velocity,
    float step_size, float momentum, float dampening, float l2, int32_t nesterov) {
    FlushSubnormals flush;
    auto *p = floats(parameter), *g = floats(gradient);
    auto* v = velocity != nullptr ? floats(velocity) : nullptr;
    at::parallel_for(0, impl(parameter)->numel(), kOptimizerGrain, [&](int64_t begin, int64_t end) {
        if (v == nullptr) sgd_range(p, g, begin, end, step_size, l2);
        else sgd_momentum_range(p, g, v, begin, end, step_size, momentum, 1 - dampening, l2, nesterov ? momentum : 0);
    });
    impl(parameter)->bump_version();
}
