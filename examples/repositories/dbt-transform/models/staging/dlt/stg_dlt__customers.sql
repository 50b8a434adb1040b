with source as (

    select * from {{ source('dlt_shop', 'customers') }}

),

renamed as (

    select
        id,
        country

    from source

)

select * from renamed
